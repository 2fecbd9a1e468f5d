using AllianceAgreements.Workflows.Orchestration;
using Client = Microsoft.DurableTask.Client;
using Ours = AllianceAgreements.Workflows.Orchestration;
using Platform = Microsoft.DurableTask;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>Translates between the types of Durable Functions and ours.</summary>
internal static class PlatformTypes
{
    /// <summary>The platform takes no retry without a pause.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);

    public static Platform.TaskOptions? ToPlatform(this Ours.TaskOptions? options) => options?.Retry is { } retry
        ? new Platform.TaskOptions(new Platform.TaskRetryOptions(new Platform.RetryPolicy(
            retry.MaxNumberOfAttempts,
            LongerOf(retry.FirstRetryInterval, ShortestPause),
            retry.BackoffCoefficient,
            LongerOf(retry.MaxRetryInterval, ShortestPause))))
        : null;

    public static TaskFailedException ToOurs(this Platform.TaskFailedException failure) =>
        new(failure.TaskName, failure.FailureDetails.ToOurs());

    public static TaskFailureDetails ToOurs(this Platform.TaskFailureDetails details) =>
        new(details.ErrorType, details.ErrorMessage, details.StackTrace);

    public static Ours.OrchestrationMetadata ToOurs(this Client.OrchestrationMetadata instance, bool withInputsAndOutputs) =>
        new(instance.InstanceId, instance.Name, instance.RuntimeStatus.ToOurs(), instance.CreatedAt, instance.LastUpdatedAt)
        {
            SerializedInput = withInputsAndOutputs ? instance.SerializedInput : null,
            SerializedOutput = withInputsAndOutputs ? instance.SerializedOutput : null,
            SerializedCustomStatus = instance.SerializedCustomStatus,
            FailureDetails = instance.FailureDetails?.ToOurs(),
        };

    public static Client.OrchestrationRuntimeStatus ToPlatform(this Ours.OrchestrationRuntimeStatus status) => status switch
    {
        Ours.OrchestrationRuntimeStatus.Pending => Client.OrchestrationRuntimeStatus.Pending,
        Ours.OrchestrationRuntimeStatus.Running => Client.OrchestrationRuntimeStatus.Running,
        Ours.OrchestrationRuntimeStatus.Suspended => Client.OrchestrationRuntimeStatus.Suspended,
        Ours.OrchestrationRuntimeStatus.Completed => Client.OrchestrationRuntimeStatus.Completed,
        Ours.OrchestrationRuntimeStatus.Failed => Client.OrchestrationRuntimeStatus.Failed,
        Ours.OrchestrationRuntimeStatus.Terminated => Client.OrchestrationRuntimeStatus.Terminated,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    private static Ours.OrchestrationRuntimeStatus ToOurs(this Client.OrchestrationRuntimeStatus status) => status switch
    {
        Client.OrchestrationRuntimeStatus.Pending => Ours.OrchestrationRuntimeStatus.Pending,
        Client.OrchestrationRuntimeStatus.Suspended => Ours.OrchestrationRuntimeStatus.Suspended,
        Client.OrchestrationRuntimeStatus.Completed => Ours.OrchestrationRuntimeStatus.Completed,
        Client.OrchestrationRuntimeStatus.Failed => Ours.OrchestrationRuntimeStatus.Failed,
        Client.OrchestrationRuntimeStatus.Terminated => Ours.OrchestrationRuntimeStatus.Terminated,

        // Running, and what is between two runs.
        _ => Ours.OrchestrationRuntimeStatus.Running,
    };

    private static TimeSpan LongerOf(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
