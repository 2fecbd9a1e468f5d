using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using AllianceAgreements.Testing.Servers;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>
/// The real host of Azure Functions, as a process of its own. <c>FUNCTIONS_HOST</c> is the shell command that runs it in the foreground
/// on the app in the current folder, listening on <c>http://127.0.0.1:$PORT</c>, such as <c>func start --no-build --port $PORT</c>;
/// settings are in its environment. Where it is not set, the tests that need the host are skipped.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    /// <summary>Why tests are skipped where there is none.</summary>
    public const string Missing =
        "There is no Azure Functions host here (set FUNCTIONS_HOST to the command that runs it, such as 'func start --no-build --port $PORT'), or no Azurite.";

    /// <summary>Hosts are heavy processes: the tests that start one run one after the other.</summary>
    public const string Collection = "Functions host";

    private static readonly TimeSpan StopTimeout = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly List<(string Text, TaskCompletionSource Said)> _awaited = [];

    private FunctionsHost(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whether the tests that need the host can run.</summary>
    public static bool IsInstalled => Command is { Length: > 0 } && AzuriteServer.IsInstalled;

    /// <summary>The built function app of the product.</summary>
    public static string ProductApp { get; } = FolderOf("FunctionApp");

    /// <summary>The folder of its project.</summary>
    public static string ProductSource { get; } = FolderOf("FunctionSource");

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    /// <summary>What it has logged so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    private static string? Command => Environment.GetEnvironmentVariable("FUNCTIONS_HOST");

    public static FunctionsHost Start(string appFolder, IReadOnlyDictionary<string, string> settings, int? port = null)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}/");
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {Command}"])
        {
            UseShellExecute = false,
            WorkingDirectory = appFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PORT"] = address.Port.ToString();
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new FunctionsHost(Process.Start(start)!, address);
    }

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Asks until the answer to a request is a success; fails when the host is gone.</summary>
    /// <param name="path">What to ask for.</param>
    /// <param name="cancellationToken">When to give up.</param>
    public async Task AwaitAnswerAsync(string path, CancellationToken cancellationToken)
    {
        if (!await ComesUpAsync(path, cancellationToken))
        {
            throw new InvalidOperationException($"The host has ended:{Environment.NewLine}{Said}");
        }
    }

    /// <summary>Asks until the answer to a request is a success, or the host is gone: whether it was.</summary>
    /// <param name="path">What to ask for.</param>
    /// <param name="cancellationToken">When to give up.</param>
    /// <param name="mayFail">Whether a worker that is gone, which is answered with 500, is waited out.</param>
    public async Task<bool> ComesUpAsync(string path, CancellationToken cancellationToken, bool mayFail = false)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return true;
                }

                if (answer.StatusCode == HttpStatusCode.InternalServerError && !mayFail)
                {
                    throw new InvalidOperationException($"'{path}' fails:{Environment.NewLine}{Said}");
                }
            }
            catch (HttpRequestException)
            {
                // Not yet listening, or no more.
            }

            await Task.Delay(50, cancellationToken);
        }

        return false;
    }

    /// <summary>Completes when it logs a line with a text in it; only lines from now on count.</summary>
    public Task SaysAsync(string text)
    {
        lock (_said)
        {
            var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, said));
            return said.Task;
        }
    }

    /// <summary>Stops it in good order.</summary>
    public async Task StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        using var patience = new CancellationTokenSource(StopTimeout);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Kills it and its worker (SIGKILL): nothing of either runs afterwards.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static string FolderOf(string key) => Path.GetFullPath(typeof(FunctionsHost).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!);

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
            _awaited.RemoveAll(awaited => line?.Contains(awaited.Text, StringComparison.Ordinal) == true && awaited.Said.TrySetResult());
        }
    }
}
