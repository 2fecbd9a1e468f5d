using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>Holds today's code against histories of released versions.</summary>
public static class HistoryReplayer
{
    /// <summary>Replays a history to its end.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code does something other than the history says.</exception>
    /// <exception cref="InvalidOperationException">The code awaits something that is not its context's.</exception>
    public static void Replay(OrchestrationCatalog catalog, StoredHistory history)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(history);
        var identity = new InstanceIdentity(history.InstanceId, history.Run, history.Name, history.Version, history.Parent);
        new Episode(identity, history.Events, catalog, NullLoggerFactory.Instance, onLateForeignTask: () => { }).Verify();
    }
}
