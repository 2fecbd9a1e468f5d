using AllianceAgreements.Embedded.Engine.Commands;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Telemetry;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Client;

internal sealed class EmbeddedOrchestrationClient(EmbeddedEngine engine) : IOrchestrationClient
{
    private readonly InstanceReader _reader = new(engine.Database);

    public bool CanRewind => false;

    public async Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orchestratorName);
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        OrchestrationLimits.CheckInstanceId(id, nameof(options));
        var json = OrchestrationJson.Serialize(input);
        using var span = EngineSpans.StartCreation(orchestratorName, id);
        var traceParent = EngineSpans.CurrentTraceParent;
        return await engine.ExecuteAsync(
            (state, now) =>
            {
                state.Lifecycle.Create(
                    new NewInstance(id, orchestratorName, options?.Version ?? state.DefaultVersion, json)
                    {
                        StartAt = options?.StartAt?.UtcDateTime,
                        TraceParent = traceParent,
                    },
                    now);
                return id;
            },
            cancellationToken);
    }

    public async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        var json = OrchestrationJson.Serialize(eventPayload);
        using var span = EngineSpans.StartRaising(eventName, instanceId);
        var traceParent = EngineSpans.CurrentTraceParent;
        await engine.ExecuteAsync(
            (state, now) => InstanceCommands.RaiseEvent(state, now, instanceId, eventName, json, traceParent), cancellationToken);
    }

    public Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        ControlAsync(instanceId, HistoryEventType.ExecutionSuspended, reason, cancellationToken);

    public Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        ControlAsync(instanceId, HistoryEventType.ExecutionResumed, reason, cancellationToken);

    public Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellationToken = default) =>
        ControlAsync(instanceId, HistoryEventType.ExecutionTerminated, output, cancellationToken);

    public Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var newId = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : null;
        return engine.ExecuteAsync((state, now) => InstanceCommands.Restart(state, now, instanceId, newId), cancellationToken);
    }

    public Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default) => throw new NotSupportedException(
        $"The embedded engine cannot rewind orchestration '{instanceId}'. Restart it: it runs again from its beginning, and an agreement's finds its place by the record.");

    public Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        return engine.ExecuteAsync((state, _) => InstanceCommands.Purge(state, instanceId), cancellationToken);
    }

    public async Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        await engine.Opened.WaitAsync(cancellationToken);
        return _reader.Get(instanceId, getInputsAndOutputs);
    }

    public async Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await engine.Opened.WaitAsync(cancellationToken);
        return _reader.Query(query);
    }

    public async Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(
        string instanceId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        await engine.Opened.WaitAsync(cancellationToken);
        return [.. _reader.History(instanceId).Events.Select((stored, position) => new OrchestrationHistoryEvent(
            position, new DateTimeOffset(stored.At), stored.Type.ToString(), stored.Name, stored.Data))];
    }

    public async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        await engine.Opened.WaitAsync(cancellationToken);
        while (true)
        {
            if (Existing(instanceId, getInputsAndOutputs) is { IsCompleted: true } ended)
            {
                return ended;
            }

            await engine.Completions.NextEndAsync(
                instanceId, () => Existing(instanceId, withPayloads: false).IsCompleted, cancellationToken);
        }
    }

    private OrchestrationMetadata Existing(string instanceId, bool withPayloads) =>
        _reader.Get(instanceId, withPayloads) ?? throw new InstanceNotFoundException(instanceId);

    private Task ControlAsync(string instanceId, HistoryEventType type, object? data, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var json = OrchestrationJson.Serialize(data);
        return engine.ExecuteAsync(
            (state, now) => InstanceCommands.Control(state, now, instanceId, type, json), cancellationToken);
    }
}
