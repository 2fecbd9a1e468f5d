using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Tests.Agreements;

/// <summary>An engine with instances that completed long ago: they can be listed, by id, and purged.</summary>
internal sealed class ListedOrchestrations(TimeProvider time, IEnumerable<string> ids) : IOrchestrationClient
{
    private readonly SortedSet<string> _ids = new(ids, StringComparer.Ordinal);

    public bool CanRewind => false;

    /// <summary>What was asked for.</summary>
    public List<OrchestrationQuery> Queries { get; } = [];

    /// <summary>Called before an instance is purged; what it throws, the purge throws.</summary>
    public Action<string> OnPurge { get; set; } = _ => { };

    /// <summary>The instances that are there.</summary>
    public IEnumerable<string> Left => _ids;

    public Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default)
    {
        Queries.Add(query);
        var ended = time.GetUtcNow().AddYears(-1);
        var found = _ids.Where(id => string.CompareOrdinal(id, query.ContinuationToken) > 0).Take(query.PageSize + 1).ToList();
        return Task.FromResult(new OrchestrationPage(
            [.. found.Take(query.PageSize).Select(id => new OrchestrationMetadata(id, "Test", OrchestrationRuntimeStatus.Completed, ended, ended))],
            found.Count > query.PageSize ? found[query.PageSize - 1] : null,
            InstanceOrder.ById));
    }

    public Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        // Several at once ask.
        lock (_ids)
        {
            OnPurge(instanceId);
            return Task.FromResult(_ids.Remove(instanceId) ? 1 : 0);
        }
    }

    public Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
