namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>Starts, wakes, watches and manages orchestration instances. Shaped on <c>Microsoft.DurableTask.Client.DurableTaskClient</c>.</summary>
/// <remarks>Management calls are durable when they return; they take effect soon after. Those that name an unknown instance throw <see cref="InstanceNotFoundException"/> unless they say otherwise.</remarks>
public interface IOrchestrationClient
{
    /// <summary>Whether <see cref="RewindAsync"/> works on this engine.</summary>
    bool CanRewind { get; }

    /// <summary>Starts an instance and returns its id.</summary>
    /// <param name="orchestratorName">The name it is registered under.</param>
    /// <param name="input">JSON-serialisable.</param>
    /// <param name="options">Its id and start time; by default a new GUID, now.</param>
    /// <param name="cancellationToken">Cancels the call, not the instance.</param>
    /// <exception cref="InstanceAlreadyExistsException">An instance with that id exists and has not ended. (One that has ended is replaced.)</exception>
    Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Raises an external event. For an unknown or ended instance the event is dropped.</summary>
    Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default);

    /// <summary>Suspends a running instance: what reaches it waits until it is resumed.</summary>
    Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>Resumes a suspended instance.</summary>
    Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>Ends an instance, and its running children, with <paramref name="output"/> and status <see cref="OrchestrationRuntimeStatus.Terminated"/>.</summary>
    Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an ended instance over with its original input: under its own id, or a new one if <paramref name="restartWithNewInstanceId"/>. Returns the id.</summary>
    /// <exception cref="InvalidOperationException">The instance has not ended.</exception>
    Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets a failed instance go on from before its failure: activities and sub-orchestrations that failed run again, and what succeeded
    /// keeps its result. Where the code went on after a failure, such as by a retry, there is no such point.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why; it may be kept in the instance's history.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The instance has not failed, or its code went on after a failure; restart it instead.</exception>
    /// <exception cref="NotSupportedException">The engine cannot (<see cref="CanRewind"/>); restart the instance instead.</exception>
    Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default);

    /// <summary>Deletes an ended instance and its history, and its ended children; returns how many instances went (0 for an unknown one).</summary>
    /// <exception cref="InvalidOperationException">The instance has not ended.</exception>
    Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>The instance, or null when there is none.</summary>
    Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default);

    /// <summary>
    /// One page of the instances that match, in the order that the page names. From page to page, each that is there all the while comes
    /// once. What it costs depends on what is looked through, not on how many instances there are.
    /// </summary>
    /// <exception cref="ArgumentException">The query is out of its ranges, or the continuation token is not one of it.</exception>
    Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default);

    /// <summary>The history of an instance's current run, oldest first.</summary>
    Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Completes when the instance has ended.</summary>
    Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default);
}
