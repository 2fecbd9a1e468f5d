using System.Diagnostics;
using System.Text;
using AllianceAgreements.Testing.Servers;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>The product on the real host, on stores of its own, with a mail service that keeps what is sent.</summary>
internal sealed class ProductHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly int _port = FunctionsHost.FreePort();
    private readonly Dictionary<string, string> _settings;
    private readonly HashSet<string> _uncertainMails = [];
    private readonly StringBuilder _said = new();
    private FunctionsHost? _host;

    private ProductHost(string connectionString, FakeSendGrid mails)
    {
        Mails = mails;
        var name = AzuriteServer.NewPrefix();
        Stores = new ProductStores(connectionString, name);
        _settings = new()
        {
            ["AzureWebJobsStorage"] = connectionString,
            ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = name,
            ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval"] = "00:00:00.5",
            ["AzureFunctionsJobHost__logging__logLevel__Azure.Core"] = "Warning",
            ["Storage__ConnectionString"] = connectionString,
            ["Storage__NamePrefix"] = name,
            ["Links__Key"] = Convert.ToBase64String(Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray()),
            ["Mail__Provider"] = "SendGrid",
            ["Mail__From__Address"] = "agreements@example.org",
            ["Mail__SendGrid__ApiKey"] = "SG.a-key-for-tests",
            ["Mail__SendGrid__Endpoint"] = mails.Address.GetLeftPart(UriPartial.Authority),
            ["Product__PublicAddress"] = Address.AbsoluteUri,
            ["Product__TrustedProxies"] = "0",
            ["Product__DevelopmentSignIn"] = "true",
        };
    }

    /// <summary>Where it is reached; stays over restarts, as links in mails point to it.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public FakeSendGrid Mails { get; }

    public ProductStores Stores { get; }

    /// <summary>The hashes of the keys of mails that were being sent when a process was killed: these may have gone out, and go out again.</summary>
    public IReadOnlySet<string> UncertainMails => _uncertainMails;

    /// <summary>How many hosts were started because one had ended.</summary>
    public int Restarts { get; private set; }

    /// <summary>What hosts that are gone and the one that runs have logged.</summary>
    public string Said => _said + _host?.Said;

    /// <param name="connectionString">Where its stores and its task hub are.</param>
    /// <param name="settings">Settings beside those it always has.</param>
    public static async Task<ProductHost> StartAsync(string connectionString, IReadOnlyDictionary<string, string>? settings = null)
    {
        var product = new ProductHost(connectionString, await FakeSendGrid.StartAsync());
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            product._settings[name] = value;
        }

        try
        {
            await product.StartAsync();
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when the host begins to run a function; only what it begins from now on counts.</summary>
    public Task RunsAsync(string function) => _host!.SaysAsync($"Executing 'Functions.{function}'");

    /// <summary>Kills host and worker, and starts both again.</summary>
    public async Task KillHostAsync()
    {
        await _host!.KillAsync();
        _uncertainMails.UnionWith(await Stores.EndClaimsAsync());
        await RestartAsync();
    }

    /// <summary>Kills the worker. The host starts another; or ends itself, as it does when workers die again and again, and is started by the platform.</summary>
    public async Task KillWorkerAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var worker in Process.GetProcesses().Where(process => ParentOf(process) == _host!.ProcessId))
        {
            worker.Kill();
            await worker.WaitForExitAsync(patience.Token);
        }

        _uncertainMails.UnionWith(await Stores.EndClaimsAsync());
        if (!await _host!.ComesUpAsync("health/ready", patience.Token, mayFail: true))
        {
            await RestartAsync();
        }
    }

    /// <summary>How many lines of its log begin with a text.</summary>
    public int CountLogged(string start) => Said.Split('\n').Count(line => line.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The memory that the host's process and its worker's hold now, in bytes.</summary>
    public (long Host, long Worker) ReadMemory()
    {
        using var host = Process.GetProcessById(_host!.ProcessId);
        var workers = Process.GetProcesses().Where(process => ParentOf(process) == _host.ProcessId).ToList();
        return (host.WorkingSet64, workers.Sum(worker => worker.WorkingSet64));
    }

    /// <summary>Ends it in good order, so that it sends what it has measured.</summary>
    public Task StopAsync() => _host!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await Mails.DisposeAsync();
        await Stores.DisposeAsync();
    }

    private async Task RestartAsync()
    {
        _said.Append(_host!.Said);
        await _host.DisposeAsync();
        Restarts++;
        await StartAsync();
    }

    private async Task StartAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _host = FunctionsHost.Start(FunctionsHost.ProductApp, _settings, _port);
        try
        {
            await _host.AwaitAnswerAsync("health/ready", patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new InvalidOperationException($"The product did not come up:{Environment.NewLine}{_host.Said}", exception);
        }
    }

    /// <summary>The fourth field of stat (proc(5)), after the name, which is in parentheses and may hold anything.</summary>
    private static int ParentOf(Process process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            // Gone since.
            return 0;
        }
    }
}
