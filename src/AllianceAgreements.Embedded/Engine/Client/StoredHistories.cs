using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Client;

/// <summary>Takes histories out of the engine, for the tests that replay them on later code.</summary>
public interface IStoredHistories
{
    /// <summary>The history of the instance's current run.</summary>
    /// <exception cref="InstanceNotFoundException">There is no such instance.</exception>
    Task<StoredHistory> GetAsync(string instanceId, CancellationToken cancellationToken = default);
}

internal sealed class StoredHistories(EmbeddedEngine engine) : IStoredHistories
{
    private readonly InstanceReader _reader = new(engine.Database);

    public async Task<StoredHistory> GetAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        await engine.Opened.WaitAsync(cancellationToken);
        return _reader.History(instanceId);
    }
}
