using AllianceAgreements.Workflows.Orchestration;
using Microsoft.DurableTask.Client;
using OrchestrationMetadata = AllianceAgreements.Workflows.Orchestration.OrchestrationMetadata;
using OrchestrationQuery = AllianceAgreements.Workflows.Orchestration.OrchestrationQuery;
using PlatformQuery = Microsoft.DurableTask.Client.OrchestrationQuery;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>
/// Pages of instances, newest first. The platform keeps instances in the order of their ids, so a page reads every instance that the
/// filter leaves, keeping no more than a page of them: time grows with their number, memory does not.
/// </summary>
internal static class InstancePages
{
    public static async Task<OrchestrationPage> ReadAsync(DurableTaskClient client, OrchestrationQuery query, CancellationToken cancellationToken)
    {
        OrchestrationLimits.Check(query);
        var after = query.ContinuationToken is { } token ? PageToken.Parse(token) : null;
        if (query.Statuses is { Count: 0 })
        {
            return new OrchestrationPage([], ContinuationToken: null);
        }

        var newest = new PriorityQueue<OrchestrationMetadata, PageToken>(PageToken.OldestFirst);
        await foreach (var found in client.GetAllInstancesAsync(Filter(query, after)).WithCancellation(cancellationToken))
        {
            var instance = found.ToOurs(query.FetchInputsAndOutputs);
            var place = PageToken.Of(instance);
            if (Matches(instance, query) && (after is null || PageToken.OldestFirst.Compare(place, after) < 0))
            {
                newest.Enqueue(instance, place);
                if (newest.Count > query.PageSize + 1)
                {
                    newest.Dequeue();
                }
            }
        }

        return PageOf(newest, query.PageSize);
    }

    private static OrchestrationPage PageOf(PriorityQueue<OrchestrationMetadata, PageToken> newest, int size)
    {
        var more = newest.Count > size;
        if (more)
        {
            newest.Dequeue();
        }

        var items = new OrchestrationMetadata[newest.Count];
        for (var place = items.Length - 1; place >= 0; place--)
        {
            items[place] = newest.Dequeue();
        }

        return new OrchestrationPage(items, more ? PageToken.Of(items[^1]).ToString() : null);
    }

    /// <summary>What the platform can filter. Its upper bound of time is within, and the custom status comes with inputs and outputs only.</summary>
    private static PlatformQuery Filter(OrchestrationQuery query, PageToken? after) => new()
    {
        CreatedFrom = query.CreatedFrom,
        CreatedTo = after is null || query.CreatedTo < after.CreatedAt ? query.CreatedTo : after.CreatedAt,
        Statuses = query.Statuses?.Select(status => status.ToPlatform()),
        InstanceIdPrefix = string.IsNullOrEmpty(query.InstanceIdPrefix) ? null : query.InstanceIdPrefix,
        PageSize = OrchestrationLimits.PageSize,
        FetchInputsAndOutputs = true,
    };

    private static bool Matches(OrchestrationMetadata instance, OrchestrationQuery query) =>
        (query.CreatedTo is not { } to || instance.CreatedAt < to)
        && (string.IsNullOrEmpty(query.Text)
            || instance.InstanceId.Contains(query.Text, StringComparison.OrdinalIgnoreCase)
            || instance.Name.Contains(query.Text, StringComparison.OrdinalIgnoreCase));
}
