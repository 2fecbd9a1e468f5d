using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>The instance an orchestrator runs as.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Run">Which run of it: one more at each continue-as-new or restart.</param>
/// <param name="Name">The name its orchestrator was started under.</param>
/// <param name="Version">The version it was started with; empty if none.</param>
/// <param name="Parent">Who called it, if anyone.</param>
internal sealed record InstanceIdentity(string InstanceId, int Run, string Name, string Version, ParentOrchestrationInstance? Parent);
