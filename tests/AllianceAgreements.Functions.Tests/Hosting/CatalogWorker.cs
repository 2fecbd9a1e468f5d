using System.IO.Pipes;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>A worker with a catalogue of the test's own, in the process of the tests.</summary>
internal sealed class CatalogWorker : IAsyncDisposable
{
    /// <summary>What the worker reads from the command line of its process, which is another one here.</summary>
    private static readonly Dictionary<string, string> Arguments = new()
    {
        ["--functions-uri"] = "Functions:Worker:HostEndpoint",
        ["--functions-request-id"] = "Functions:Worker:RequestId",
        ["--functions-worker-id"] = "Functions:Worker:WorkerId",
        ["--functions-grpc-max-message-length"] = "Functions:Worker:GrpcMaxMessageLength",
    };

    private readonly IHost _host;
    private readonly NamedPipeServerStream _line;

    private CatalogWorker(IHost host, NamedPipeServerStream line) => (_host, _line) = (host, line);

    public IOrchestrationClient Client => _host.Services.GetRequiredService<IOrchestrationClient>();

    /// <summary>Waits for the host's call and runs the worker.</summary>
    public static async Task<CatalogWorker> StartAsync(OrchestrationCatalog catalog, string pipe, CancellationToken cancellationToken)
    {
        var (arguments, line) = await WorkerCall.ReceiveAsync(pipe, cancellationToken);

        // Where the worker looks for the code of functions. The host sets it for the process that it starts.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddCommandLine(arguments, Arguments);
        builder.ConfigureDurableExtension();
        builder.Services
            .AddSingleton(catalog)
            .AddDurableFunctions()
            .AddSingleton<IFunctionMetadataProvider, ClientFunction.Metadata>();
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new CatalogWorker(host, line);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _line.DisposeAsync();
    }
}
