using AllianceAgreements.Contracts.Sweeps;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Tests.Agreements;

/// <summary>An engine with instances that completed long ago: they can be listed, by id, and purged.</summary>
internal sealed class ListedOrchestrations(TimeProvider time, IEnumerable<string> ids) : RefusingOrchestrations
{
    private readonly SortedSet<string> _ids = new(ids, StringComparer.Ordinal);

    /// <summary>What was asked for.</summary>
    public List<OrchestrationQuery> Queries { get; } = [];

    /// <summary>Called before an instance is purged; what it throws, the purge throws.</summary>
    public Action<string> OnPurge { get; set; } = _ => { };

    /// <summary>The instances that are there.</summary>
    public IEnumerable<string> Left => _ids;

    public override Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default)
    {
        Queries.Add(query);
        var ended = time.GetUtcNow().AddYears(-1);
        var found = _ids.Where(id => string.CompareOrdinal(id, query.ContinuationToken) > 0).Take(query.PageSize + 1).ToList();
        return Task.FromResult(new OrchestrationPage(
            [.. found.Take(query.PageSize).Select(id => new OrchestrationMetadata(id, "Test", OrchestrationRuntimeStatus.Completed, ended, ended))],
            found.Count > query.PageSize ? found[query.PageSize - 1] : null,
            InstanceOrder.ById));
    }

    public override Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        // Several at once ask.
        lock (_ids)
        {
            OnPurge(instanceId);
            return Task.FromResult(_ids.Remove(instanceId) ? 1 : 0);
        }
    }
}
