namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>The one declaration of an activity's name, with the types it takes and gives.</summary>
/// <typeparam name="TInput">What the activity takes; JSON-serialisable.</typeparam>
/// <typeparam name="TOutput">What it gives; JSON-serialisable.</typeparam>
/// <param name="Value">The name in history; never changed once released.</param>
public sealed record ActivityName<TInput, TOutput>(string Value);

/// <summary>The one declaration of an orchestrator's name, with the types it takes and gives.</summary>
/// <typeparam name="TInput">What the orchestrator takes; JSON-serialisable.</typeparam>
/// <typeparam name="TOutput">What it gives; JSON-serialisable.</typeparam>
/// <param name="Value">The name in history; never changed once released.</param>
public sealed record OrchestratorName<TInput, TOutput>(string Value);

/// <summary>The output of an activity or orchestrator that has nothing to say.</summary>
public sealed record Nothing
{
    /// <summary>The only value.</summary>
    public static Nothing Value { get; } = new();
}
