using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Contracts;

/// <summary>Registers code as orchestrators and activities, so that a test shows all it runs.</summary>
public static class CatalogOfCode
{
    /// <summary>An orchestrator with an input.</summary>
    public static OrchestrationCatalog Orchestrator<TInput, TOutput>(
        this OrchestrationCatalog catalog, string name, Func<OrchestrationContext, TInput, Task<TOutput>> code) =>
        catalog.AddOrchestrator(new OrchestratorName<TInput, TOutput>(name), () => new CodeOrchestrator<TInput, TOutput>(code));

    /// <summary>An orchestrator without input.</summary>
    public static OrchestrationCatalog Orchestrator<TOutput>(
        this OrchestrationCatalog catalog, string name, Func<OrchestrationContext, Task<TOutput>> code) =>
        catalog.Orchestrator<object?, TOutput>(name, (context, _) => code(context));

    /// <summary>An activity that takes its time.</summary>
    public static OrchestrationCatalog Activity<TInput, TOutput>(
        this OrchestrationCatalog catalog, string name, Func<TInput, CancellationToken, Task<TOutput>> code) =>
        catalog.AddActivity(new ActivityName<TInput, TOutput>(name), _ => new CodeActivity<TInput, TOutput>(code));

    /// <summary>An activity that is done at once.</summary>
    public static OrchestrationCatalog Activity<TInput, TOutput>(
        this OrchestrationCatalog catalog, string name, Func<TInput, TOutput> code) =>
        catalog.Activity<TInput, TOutput>(name, (input, _) => Task.FromResult(code(input)));

    private sealed class CodeOrchestrator<TInput, TOutput>(Func<OrchestrationContext, TInput, Task<TOutput>> code)
        : Orchestrator<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(OrchestrationContext context, TInput input) => code(context, input);
    }

    private sealed class CodeActivity<TInput, TOutput>(Func<TInput, CancellationToken, Task<TOutput>> code) : Activity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TInput input, CancellationToken cancellationToken) => code(input, cancellationToken);
    }
}
