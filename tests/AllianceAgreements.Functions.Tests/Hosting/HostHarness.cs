using System.Text.Json;
using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>Durable Functions on the real host, on a task hub of its own, in real time.</summary>
internal sealed class HostHarness : OrchestrationHarness
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, string> _settings;
    private readonly string _app = Directory.CreateTempSubdirectory("function-app-").FullName;
    private readonly string _pipe = $"function-app-{Guid.NewGuid():N}";
    private OrchestrationCatalog _catalog;
    private FunctionsHost? _host;
    private CatalogWorker? _worker;

    private HostHarness(OrchestrationCatalog catalog, string connectionString)
    {
        _catalog = catalog;
        _settings = new()
        {
            ["AzureWebJobsStorage"] = connectionString,
            ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = $"t{Guid.NewGuid():N}"[..17],

            ["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning",

            // Versions that tests make up are run too, and nothing waits for a queue to be looked at.
            ["AzureFunctionsJobHost__extensions__durableTask__versionMatchStrategy"] = "None",
            ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval"] = "00:00:00.2",
        };
    }

    public override IOrchestrationClient Client => Worker.Client;

    public override DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public override bool BeginsWhatWasTerminated => true;

    public override bool EndsAfterItsActivities => true;

    public override bool StartsRunningChildOver => true;

    private CatalogWorker Worker => _worker ?? throw new InvalidOperationException("The host is not running.");

    public static async Task<HostHarness> StartAsync(OrchestrationCatalog catalog, string connectionString)
    {
        var harness = new HostHarness(catalog, connectionString);
        try
        {
            harness.WriteApp();
            await harness.StartHostAsync();
            return harness;
        }
        catch
        {
            await harness.DisposeAsync();
            throw;
        }
    }

    public override Task AdvanceAsync(TimeSpan time) => Task.Delay(time);

    public override async Task RestartHostAsync(OrchestrationCatalog? catalog = null)
    {
        await StopHostAsync();
        _catalog = catalog ?? _catalog;
        await StartHostAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_worker is not null)
        {
            await _worker.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Directory.Delete(_app, recursive: true);
    }

    /// <summary>
    /// Azure Storage drops events for an instance that has not begun if its first message was read before its row was written, as
    /// happens on a busy machine.
    /// </summary>
    public override Task WaitUntilHearsAsync(string instanceId) =>
        WaitUntilAsync(instanceId, instance => instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending);

    /// <summary>The product's app, with another worker process.</summary>
    private void WriteApp()
    {
        foreach (var file in (string[])["host.json", "extensions.json", "functions.metadata"])
        {
            File.Copy(Path.Combine(FunctionsHost.ProductApp, file), Path.Combine(_app, file));
        }

        Directory.CreateSymbolicLink(Path.Combine(_app, ".azurefunctions"), Path.Combine(FunctionsHost.ProductApp, ".azurefunctions"));
        File.WriteAllText(Path.Combine(_app, "worker.config.json"), JsonSerializer.Serialize(new
        {
            description = new
            {
                language = "dotnet-isolated",
                extensions = new[] { ".dll" },
                defaultExecutablePath = Path.ChangeExtension(typeof(WorkerCall).Assembly.Location, null),
                arguments = new[] { WorkerCall.Verb, _pipe },
                workerIndexing = "true",
            },
        }));
    }

    private async Task StartHostAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _host = FunctionsHost.Start(_app, _settings);
        try
        {
            _worker = await CatalogWorker.StartAsync(_catalog, _pipe, patience.Token);
            await _host.AwaitAnswerAsync(ClientFunction.Path, patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new InvalidOperationException($"The host did not come up:{Environment.NewLine}{_host.Said}", exception);
        }
    }

    private async Task StopHostAsync()
    {
        await _host!.StopAsync();
        await Worker.DisposeAsync();
        await _host.DisposeAsync();
        (_host, _worker) = (null, null);
    }

    protected override async Task WaitUntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(LookEvery, patience.Token);
        }
    }
}
