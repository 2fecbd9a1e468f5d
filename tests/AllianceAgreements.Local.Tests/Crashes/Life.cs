using System.Diagnostics;
using System.Text;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>One life of the process: from its start to its death or its end.</summary>
internal sealed class Life : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _said = new();
    private readonly List<string> _passed = [];
    private TaskCompletionSource _moved = NewSignal();

    public Life(string folder, Death death)
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [CrashHost.Verb, folder, .. death.ToArguments()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Ended = ListenAsync();
    }

    /// <summary>Where it is reached, once it runs; never, when it dies before.</summary>
    public Task<Uri> Address => _address.Task;

    /// <summary>Completes when the process is gone and all it said was heard.</summary>
    public Task Ended { get; }

    /// <summary>Completes when it has come further than now, or is gone.</summary>
    public Task Moved => Volatile.Read(ref _moved).Task;

    public int ExitCode => _process.ExitCode;

    /// <summary>The point it died at; null when it did not. To be read after its end.</summary>
    public string? DiedAt { get; private set; }

    /// <summary>The names of the points it passed. To be read after its end.</summary>
    public IReadOnlyList<string> Passed => _passed;

    /// <summary>What it said beside its points. To be read after its end.</summary>
    public string Said => _said.ToString();

    /// <summary>Asks it to end once an orchestration has.</summary>
    /// <exception cref="IOException">It is gone.</exception>
    public async Task AskToFinishAsync(string instanceId)
    {
        await _process.StandardInput.WriteLineAsync(CrashHost.Finish + instanceId);
        await _process.StandardInput.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await Ended;
        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Hear(line);
            Move();
        }

        _said.Append(await errors);
        await _process.WaitForExitAsync();
        Move();
    }

    private void Hear(string line)
    {
        if (line.StartsWith(CrashHost.Passed, StringComparison.Ordinal))
        {
            _passed.Add(line[CrashHost.Passed.Length..]);
        }
        else if (line.StartsWith(CrashHost.Dying, StringComparison.Ordinal))
        {
            DiedAt = line[CrashHost.Dying.Length..];
        }
        else if (line.StartsWith(CrashHost.Ready, StringComparison.Ordinal))
        {
            _address.SetResult(new Uri(line[CrashHost.Ready.Length..]));
        }
        else
        {
            _said.AppendLine(line);
        }
    }

    private void Move() => Interlocked.Exchange(ref _moved, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
