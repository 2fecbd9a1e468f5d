using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Tests.Orchestration;

/// <summary>A client of the platform with instances to list, in the order of their ids, as Azure Storage keeps them.</summary>
internal sealed class FakePlatformClient(params IReadOnlyList<OrchestrationMetadata> instances) : DurableTaskClient("fake")
{
    /// <summary>What was asked for, page by page.</summary>
    public List<OrchestrationQuery> Queries { get; } = [];

    /// <summary>How many instances were asked for, page by page.</summary>
    public List<int?> Sizes { get; } = [];

    /// <summary>How many rows the store looks through for a page: what of them does not match makes a page short, or empty.</summary>
    public int RowsLookedThrough { get; init; } = int.MaxValue;

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => Pageable.Create((continuation, size, _) =>
    {
        Queries.Add(filter!);
        Sizes.Add(size);
        var ahead = instances
            .Where(instance => string.CompareOrdinal(instance.InstanceId, continuation) >= 0)
            .OrderBy(instance => instance.InstanceId, StringComparer.Ordinal)
            .ToList();
        var matching = ahead.Take(RowsLookedThrough).Where(instance => Matches(instance, filter!)).Take(size ?? 100).ToList();
        var lookedThrough = matching.Count == size ? ahead.IndexOf(matching[^1]) + 1 : Math.Min(ahead.Count, RowsLookedThrough);
        return Task.FromResult(new Page<OrchestrationMetadata>(
            matching, lookedThrough < ahead.Count ? ahead[lookedThrough].InstanceId : null));
    });

    private static bool Matches(OrchestrationMetadata instance, OrchestrationQuery filter) =>
        (filter.CreatedFrom is not { } from || instance.CreatedAt >= from)
        && (filter.CreatedTo is not { } to || instance.CreatedAt <= to)
        && (filter.Statuses is not { } statuses || statuses.Contains(instance.RuntimeStatus));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();
}
