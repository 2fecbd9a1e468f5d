namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>The orchestration that called a sub-orchestration.</summary>
/// <param name="Name">Its orchestrator's name.</param>
/// <param name="InstanceId">Its instance id.</param>
public sealed record ParentOrchestrationInstance(string Name, string InstanceId);
