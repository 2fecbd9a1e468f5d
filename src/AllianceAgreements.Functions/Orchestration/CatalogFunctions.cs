using System.Diagnostics;
using System.Text.Json;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.DurableTask;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>Makes every entry of the catalogue a function of its name; the durable extension tells the host of them.</summary>
internal static class CatalogFunctions
{
    public static void Register(
        DurableTaskRegistry registry, OrchestrationCatalog catalog, ILoggerFactory loggerFactory, IHostApplicationLifetime lifetime)
    {
        foreach (var (name, make) in catalog.Orchestrators)
        {
            registry.AddOrchestrator(name, () => new CatalogOrchestrator(make(), loggerFactory));
        }

        foreach (var (name, make) in catalog.Activities)
        {
            registry.AddActivity(name, services => new CatalogActivity(make(services), lifetime.ApplicationStopping));
        }
    }

    /// <summary>The worker calls the span of every invocation the same; on the embedded engine, they are called after what runs.</summary>
    private static void NameSpan(string name)
    {
        if (Activity.Current is { Source.Name: "Microsoft.Azure.Functions.Worker" } span)
        {
            span.DisplayName = name;
        }
    }

    private sealed class CatalogOrchestrator(IOrchestrator inner, ILoggerFactory loggerFactory) : ITaskOrchestrator
    {
        public Type InputType => inner.InputType;

        public Type OutputType => typeof(object);

        public Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            NameSpan($"orchestration:{context.Name}");
            return new DurableOrchestrationContext(context, loggerFactory).RunAsync(inner, input);
        }
    }

    private sealed class CatalogActivity(IActivity inner, CancellationToken stopping) : ITaskActivity
    {
        public Type InputType => typeof(string);

        public Type OutputType => typeof(JsonElement);

        /// <summary>The output is a JSON string, for the host would read text that looks like JSON.</summary>
        public async Task<object?> RunAsync(TaskActivityContext context, object? input)
        {
            NameSpan($"activity:{context.Name}");
            return JsonSerializer.SerializeToElement(ActivityText.Of(await inner.RunAsync(ActivityText.Read((string?)input, inner.InputType), stopping)));
        }
    }
}
