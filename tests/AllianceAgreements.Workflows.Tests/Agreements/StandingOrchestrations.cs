using System.Collections.Concurrent;
using AllianceAgreements.Contracts.Sweeps;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Tests.Agreements;

/// <summary>An engine whose instances are alive and do nothing, whatever they are told.</summary>
internal sealed class StandingOrchestrations(TimeProvider time) : RefusingOrchestrations
{
    private readonly ConcurrentDictionary<string, OrchestrationMetadata> _instances = new(StringComparer.Ordinal);

    /// <summary>Whether instances take in what they are told, which is then the last thing they did.</summary>
    public bool TakesIn { get; init; }

    /// <summary>Instances that cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    /// <summary>The instances that were told anything, each time.</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    /// <summary>The instances that were started.</summary>
    public ConcurrentQueue<string> Started { get; } = new();

    public void Add(string instanceId, OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Running) =>
        _instances[instanceId] = new(instanceId, "Test", status, time.GetUtcNow(), time.GetUtcNow());

    public override Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) =>
        Unreadable.Contains(instanceId)
            ? throw new TaskCanceledException("The engine gave no answer in time.")
            : Task.FromResult(_instances.GetValueOrDefault(instanceId));

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default)
    {
        Told.Enqueue(instanceId);
        if (TakesIn)
        {
            _instances[instanceId] = _instances[instanceId] with { LastUpdatedAt = time.GetUtcNow() };
        }

        return Task.CompletedTask;
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        Started.Enqueue(options!.InstanceId!);
        return Task.FromResult(options.InstanceId!);
    }
}
