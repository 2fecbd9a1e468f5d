using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AllianceAgreements.Testing.Servers;

/// <summary>
/// Azurite, the public emulator of Azure Storage, as a process of its own on free ports of this machine, its data in memory. Started
/// when first asked for; where <c>AZURITE</c> does not name its executable and none is on the path, the tests that need it are skipped.
/// </summary>
public sealed partial class AzuriteServer : IDisposable
{
    /// <summary>Why tests are skipped where there is none.</summary>
    public const string Missing = "Azurite is not installed (set AZURITE to its executable; ./test.sh installs it where there is npm).";

    // Published with Azurite, for everybody: no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Process? _process;
    private string? _connectionString;

    /// <summary>The executable; null where there is none.</summary>
    public static string? Executable { get; } = Find();

    /// <summary>Whether the tests that need it can run.</summary>
    public static bool IsInstalled => Executable is not null;

    /// <summary>How its clients connect.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or did not start.</exception>
    public string ConnectionString
    {
        get
        {
            lock (_gate)
            {
                return _connectionString ??= Start();
            }
        }
    }

    /// <summary>A prefix that keeps the containers and tables of one test apart from those of every other.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..17];

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, "azurite"))
                .FirstOrDefault(File.Exists);

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<url>http://\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();

    private string Start()
    {
        var start = new ProcessStartInfo(Executable ?? throw new InvalidOperationException(Missing))
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] arguments =
        [
            "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        _process = Process.Start(start)!;

        var endpoints = new Dictionary<string, string>(StringComparer.Ordinal);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("Azurite ended before it was ready."));
            }
            else if (Listening().Match(line.Data) is { Success: true } match)
            {
                endpoints[match.Groups["service"].Value] = match.Groups["url"].Value;
                if (endpoints.Count == 3)
                {
                    ready.TrySetResult();
                }
            }
        };
        _process.BeginOutputReadLine();
        ready.Task.WaitAsync(StartTimeout).GetAwaiter().GetResult();
        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + string.Concat(endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={endpoint.Value}/{Account};"));
    }
}
