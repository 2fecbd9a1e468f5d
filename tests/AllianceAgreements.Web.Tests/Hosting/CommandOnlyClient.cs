using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>An engine whose stored instances can be read, and whose commands end as the test says.</summary>
internal sealed class CommandOnlyClient : IOrchestrationClient
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How every command ends; until it is set, commands hang and heed no token.</summary>
    public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first command comes in.</summary>
    public Task Asked => _asked.Task;

    public bool CanRewind => false;

    public Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default)
    {
        _asked.TrySetResult();
        return Answer.Task;
    }

    public Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) =>
        Task.FromResult<OrchestrationMetadata?>(null);

    public Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
