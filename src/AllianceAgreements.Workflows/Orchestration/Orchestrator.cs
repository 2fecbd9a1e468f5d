namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>An orchestrator as an engine sees it, its types erased.</summary>
public interface IOrchestrator
{
    /// <summary>The type of the input, for deserialisation.</summary>
    Type InputType { get; }

    /// <summary>Runs, or replays, one episode. The task does not complete while the orchestration waits.</summary>
    Task<object?> RunAsync(OrchestrationContext context, object? input);
}

/// <summary>An orchestrator: deterministic code that reads like the business process. It is made anew for every episode.</summary>
public abstract class Orchestrator<TInput, TOutput> : IOrchestrator
{
    Type IOrchestrator.InputType => typeof(TInput);

    async Task<object?> IOrchestrator.RunAsync(OrchestrationContext context, object? input) =>
        await RunAsync(context, (TInput)input!);

    /// <summary>The orchestration, top to bottom.</summary>
    public abstract Task<TOutput> RunAsync(OrchestrationContext context, TInput input);
}
