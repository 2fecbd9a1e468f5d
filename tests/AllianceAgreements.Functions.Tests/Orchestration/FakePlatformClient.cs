using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Tests.Orchestration;

/// <summary>A client of the platform with instances to list, in the order of their ids and in pages, as Azure Storage keeps them.</summary>
internal sealed class FakePlatformClient(params IReadOnlyList<OrchestrationMetadata> instances) : DurableTaskClient("fake")
{
    /// <summary>What was asked for.</summary>
    public List<OrchestrationQuery> Queries { get; } = [];

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        Queries.Add(filter!);
        var found = instances
            .Where(instance => (filter!.CreatedFrom is not { } from || instance.CreatedAt >= from) && (filter.CreatedTo is not { } to || instance.CreatedAt <= to))
            .OrderBy(instance => instance.InstanceId, StringComparer.Ordinal)
            .Chunk(2).ToList();
        return Pageable.Create((continuation, _, _) =>
        {
            var page = continuation is null ? 0 : int.Parse(continuation);
            return Task.FromResult(new Page<OrchestrationMetadata>(
                found.Count == 0 ? [] : found[page], page + 1 < found.Count ? (page + 1).ToString() : null));
        });
    }

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
