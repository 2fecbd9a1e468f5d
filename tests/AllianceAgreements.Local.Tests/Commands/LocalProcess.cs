using System.Diagnostics;
using AllianceAgreements.Local.Commands;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

/// <summary>The program as a process of its own.</summary>
internal sealed class LocalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private LocalProcess(Process process) => _process = process;

    public static LocalProcess Start(string workingFolder, params string[] args) => Start(workingFolder, [], args);

    /// <summary>Starts it with something added to its environment.</summary>
    public static LocalProcess Start(string workingFolder, IReadOnlyList<(string Name, string Value)> environment, params string[] args)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var command = new List<string> { "dotnet", typeof(CommandLine).Assembly.Location };
        if (OperatingSystem.IsLinux())
        {
            // Whoever runs the tests in the background has Ctrl-C ignored, and a child inherits that.
            command.InsertRange(0, ["env", "--default-signal=INT"]);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.FileName = command[0];
        foreach (var argument in command.Skip(1).Concat(args))
        {
            start.ArgumentList.Add(argument);
        }

        return new LocalProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<Call> RunAsync(string workingFolder, byte[] input, params string[] args)
    {
        using var process = Start(workingFolder, args);
        await process._process.StandardInput.BaseStream.WriteAsync(input);
        process._process.StandardInput.Close();
        return await process.EndAsync();
    }

    /// <summary>Reads its output up to a line that contains a text.</summary>
    public async Task<string> ReadToAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended without '{text}': {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Sends a signal, as Ctrl-C (INT) or a service manager (TERM) does.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Completes when it ended by itself.</summary>
    public async Task<Call> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var output = _process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return new Call(_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
