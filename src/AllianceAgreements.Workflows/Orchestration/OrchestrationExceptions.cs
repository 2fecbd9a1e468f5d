namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>No instance has the id.</summary>
public sealed class InstanceNotFoundException(string instanceId)
    : Exception($"No orchestration instance has the id '{instanceId}'.")
{
    /// <summary>The id asked for.</summary>
    public string InstanceId { get; } = instanceId;
}

/// <summary>An instance with the id exists and has not ended.</summary>
public sealed class InstanceAlreadyExistsException(string instanceId)
    : Exception($"An orchestration instance with the id '{instanceId}' exists and has not ended.")
{
    /// <summary>The id asked for.</summary>
    public string InstanceId { get; } = instanceId;
}

/// <summary>The orchestrator's code did something other than what its history says it did.</summary>
public sealed class NonDeterministicOrchestrationException(string instanceId, string expected, string actual)
    : Exception($"Orchestration '{instanceId}' is not deterministic: its history says '{expected}' but its code now does '{actual}'. Restore the code it was started with, or terminate and restart the instance.")
{
    /// <summary>What the history says.</summary>
    public string Expected { get; } = expected;

    /// <summary>What the code did on replay.</summary>
    public string Actual { get; } = actual;
}
