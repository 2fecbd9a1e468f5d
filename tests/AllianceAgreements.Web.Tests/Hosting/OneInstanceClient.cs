using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>An engine with one instance, which failed; and a list as the test says.</summary>
internal sealed class OneInstanceClient : IOrchestrationClient
{
    public const string InstanceId = "failed-1";

    public bool CanRewind { get; set; } = true;

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Failed;

    /// <summary>Why it does not rewind; null when it does.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>The reasons it was rewound for.</summary>
    public List<string> Rewound { get; } = [];

    /// <summary>Every list.</summary>
    public OrchestrationPage Page { get; set; } = new([], null, InstanceOrder.ById);

    private OrchestrationMetadata Instance => new(InstanceId, "Agreement", Status, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    public Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) =>
        Task.FromResult(instanceId == InstanceId ? Instance : null);

    public Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<OrchestrationHistoryEvent>>([]);

    public Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default) => Task.FromResult(Page);

    public Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        Rewound.Add(reason);
        Status = OrchestrationRuntimeStatus.Running;
        return Task.CompletedTask;
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

    public Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
