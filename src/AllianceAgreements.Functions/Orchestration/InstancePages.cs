using AllianceAgreements.Workflows.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OrchestrationMetadata = AllianceAgreements.Workflows.Orchestration.OrchestrationMetadata;
using OrchestrationQuery = AllianceAgreements.Workflows.Orchestration.OrchestrationQuery;
using PlatformInstance = Microsoft.DurableTask.Client.OrchestrationMetadata;
using PlatformQuery = Microsoft.DurableTask.Client.OrchestrationQuery;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>
/// Pages of instances in the platform's order, which is by id. The platform filters by status, time and the beginning of the id, and may
/// give short or empty pages that go on; a page here takes up to <see cref="MaximumRequests"/> of them, and then says that there is more.
/// </summary>
internal static class InstancePages
{
    /// <summary>Requests a page, at the most. With a text to look for, each looks through <see cref="OrchestrationLimits.PageSize"/> instances.</summary>
    public const int MaximumRequests = 10;

    public static async Task<OrchestrationPage> ReadAsync(DurableTaskClient client, OrchestrationQuery query, CancellationToken cancellationToken)
    {
        OrchestrationLimits.Check(query);
        var place = query.ContinuationToken is { } token ? PageToken.Parse(token, query) : PageToken.Begin;
        List<OrchestrationMetadata> items = [];
        if (query.Statuses is { Count: 0 })
        {
            return PageOf(items, null, query);
        }

        for (var requests = 0; requests < MaximumRequests; requests++)
        {
            // What the platform cannot filter is looked for in large steps; else it is asked for what is missing.
            var size = string.IsNullOrEmpty(query.Text) && place.After is null ? query.PageSize - items.Count : OrchestrationLimits.PageSize;
            var found = await NextAsync(client, Filter(query), place.Platform, size, cancellationToken);
            foreach (var instance in found.Values.Where(instance => IsAfter(instance.InstanceId, place.After)))
            {
                if (items.Count == query.PageSize)
                {
                    return PageOf(items, place with { After = items[^1].InstanceId }, query);
                }

                if (Matches(instance, query))
                {
                    items.Add(instance.ToOurs(query.FetchInputsAndOutputs));
                }
            }

            if (string.IsNullOrEmpty(found.ContinuationToken))
            {
                return PageOf(items, null, query);
            }

            place = new PageToken(found.ContinuationToken, After: null);
            if (items.Count == query.PageSize)
            {
                break;
            }
        }

        return PageOf(items, place, query);
    }

    private static OrchestrationPage PageOf(IReadOnlyList<OrchestrationMetadata> items, PageToken? next, OrchestrationQuery query) =>
        new(items, next?.ToString(query), InstanceOrder.ById);

    private static bool IsAfter(string instanceId, string? after) => after is null || string.CompareOrdinal(instanceId, after) > 0;

    private static async Task<Page<PlatformInstance>> NextAsync(
        DurableTaskClient client, PlatformQuery filter, string? continuation, int size, CancellationToken cancellationToken)
    {
        await foreach (var page in client.GetAllInstancesAsync(filter).AsPages(continuation, size).WithCancellation(cancellationToken))
        {
            return page;
        }

        return new([], continuationToken: null);
    }

    /// <summary>What the platform can filter. Its upper bound of time is within, and custom status and failure come with inputs and outputs only.</summary>
    private static PlatformQuery Filter(OrchestrationQuery query) => new()
    {
        CreatedFrom = query.CreatedFrom,
        CreatedTo = query.CreatedTo,
        Statuses = query.Statuses?.Select(status => status.ToPlatform()),
        InstanceIdPrefix = string.IsNullOrEmpty(query.InstanceIdPrefix) ? null : query.InstanceIdPrefix,
        FetchInputsAndOutputs = true,
    };

    private static bool Matches(PlatformInstance instance, OrchestrationQuery query) =>
        (query.CreatedTo is not { } to || instance.CreatedAt < to)
        && (string.IsNullOrEmpty(query.Text)
            || instance.InstanceId.Contains(query.Text, StringComparison.OrdinalIgnoreCase)
            || instance.Name.Contains(query.Text, StringComparison.OrdinalIgnoreCase));
}
