using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.Storage;

namespace AllianceAgreements.Embedded.Engine.State;

/// <summary>All an episode starts from. While it is out, no other episode of the instance begins.</summary>
internal sealed record EpisodeLease(InstanceRow Instance, IReadOnlyList<HistoryEvent> History, Intake Intake, DateTime Now);
