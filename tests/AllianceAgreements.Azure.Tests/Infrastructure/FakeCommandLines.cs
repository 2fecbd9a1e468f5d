using System.Diagnostics;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

/// <summary>
/// Stands in for <c>az</c> and <c>azd</c>, so that a hook can run: writes down how each was called and which secrets were handed over, and
/// answers as a subscription would in which the named secrets exist.
/// </summary>
internal sealed class FakeCommandLines : IDisposable
{
    private const string Az = """
        #!/bin/sh
        echo "az $*" >>"$CALLS"
        case "$*" in
          *"ad app create"*) echo 11111111-1111-1111-1111-111111111111 ;;
          *defaultHostName*) echo func-alliance.azurewebsites.net ;;
          *"--query tenantId"*) echo 22222222-2222-2222-2222-222222222222 ;;
          *"federated-credential create"*) cat >>"$CALLS" ;;
          *"keyvault show"*) echo /subscriptions/s/vaults/kv ;;
          *"functionapp show"*) echo /subscriptions/s/sites/func-alliance ;;
          *"resource show"*) case " $SECRETS " in *" ${4##*/} "*) ;; *) exit 3 ;; esac ;;
          *"deployment group create"*) printf '%s\n%s\n' "$LINKS_KEY" "$SENDGRID_KEY" >"$HANDED_OVER" ;;
        esac
        """;

    private const string Azd = """
        #!/bin/sh
        echo "azd $*" >>"$CALLS"
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hooks");

    public FakeCommandLines()
    {
        Write("az", Az);
        Write("azd", Azd);
    }

    /// <summary>Every call, with its arguments and what was piped into it.</summary>
    public string Calls => File.Exists(CallsFile) ? File.ReadAllText(CallsFile) : string.Empty;

    /// <summary>The link key and the SendGrid key that were deployed; null when nothing was.</summary>
    public string[]? HandedOver => File.Exists(HandedOverFile) ? File.ReadAllLines(HandedOverFile) : null;

    private string CallsFile => Path.Combine(_folder.FullName, "calls");

    private string HandedOverFile => Path.Combine(_folder.FullName, "handed-over");

    /// <summary>Runs a hook as azd does. Returns its exit code and what it complained of.</summary>
    public async Task<(int Code, string Complaint)> RunAsync(string hook, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        var start = new ProcessStartInfo("sh", [Repository.Path("infra", "hooks", hook)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["CALLS"] = CallsFile;
        start.Environment["HANDED_OVER"] = HandedOverFile;
        start.Environment["SECRETS"] = string.Empty;
        foreach (var (name, value) in values)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complaint = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, complaint);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string script)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
