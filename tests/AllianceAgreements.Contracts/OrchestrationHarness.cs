using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Contracts;

/// <summary>An engine under the contract: a host that runs a catalogue on a store of its own, and control over its time.</summary>
public abstract class OrchestrationHarness : IAsyncDisposable
{
    /// <summary>Long enough for a busy machine; only a failing test waits as long.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The client of the host that runs now.</summary>
    public abstract IOrchestrationClient Client { get; }

    /// <summary>The engine's time.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Whether an instance that was terminated before its start time begins all the same when that comes.</summary>
    public abstract bool BeginsWhatWasTerminated { get; }

    /// <summary>Whether an instance whose code has returned ends only when the activities it called have.</summary>
    public abstract bool EndsAfterItsActivities { get; }

    /// <summary>Whether calling a child under the id of an instance that runs starts that one over. Else the call fails.</summary>
    public abstract bool StartsRunningChildOver { get; }

    /// <summary>Lets that much of the engine's time pass.</summary>
    public abstract Task AdvanceAsync(TimeSpan time);

    /// <summary>Stops the host in good order and starts another on the same store, with other code if given.</summary>
    public abstract Task RestartHostAsync(OrchestrationCatalog? catalog = null);

    /// <summary>Completes when events for an instance that was just started get to it: at once, unless the engine says otherwise.</summary>
    public virtual Task WaitUntilHearsAsync(string instanceId) => Task.CompletedTask;

    /// <summary>Completes when the instance is as expected.</summary>
    public async Task<OrchestrationMetadata> WaitUntilAsync(string instanceId, Func<OrchestrationMetadata, bool> expected)
    {
        OrchestrationMetadata? found = null;
        await WaitUntilAsync(async () =>
        {
            found = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true);
            return found is not null && expected(found);
        });
        return found!;
    }

    /// <summary>Completes when the instance's history is as expected.</summary>
    public Task WaitUntilHistoryAsync(string instanceId, Func<IReadOnlyList<OrchestrationHistoryEvent>, bool> expected) =>
        WaitUntilAsync(async () => expected(await Client.GetHistoryAsync(instanceId)));

    /// <summary>Completes when the instance has set that custom status.</summary>
    public Task<OrchestrationMetadata> WaitForStatusAsync(string instanceId, string customStatus)
    {
        var json = OrchestrationJson.Serialize(customStatus);
        return WaitUntilAsync(instanceId, instance => string.Equals(instance.SerializedCustomStatus, json, StringComparison.Ordinal));
    }

    /// <summary>Completes when the instance has ended; with its output.</summary>
    public Task<OrchestrationMetadata> WaitForEndAsync(string instanceId) =>
        Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, CancellationToken.None).WaitAsync(Patience);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Completes when that holds, looked at as often as the engine does something; throws after <see cref="Patience"/>.</summary>
    protected abstract Task WaitUntilAsync(Func<Task<bool>> holds);
}
