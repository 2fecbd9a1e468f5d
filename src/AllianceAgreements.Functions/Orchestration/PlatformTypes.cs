using AllianceAgreements.Workflows.Orchestration;
using Client = Microsoft.DurableTask.Client;
using Ours = AllianceAgreements.Workflows.Orchestration;
using Platform = Microsoft.DurableTask;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>Translates between the types of Durable Functions and ours.</summary>
internal static class PlatformTypes
{
    /// <summary>Of a child that was terminated, or that the host has no function for, the platform gives no details.</summary>
    private static readonly TaskFailureDetails NoDetails = new("", "It was terminated, or the host has no such function.", StackTrace: null);

    public static TaskFailedException ToOurs(this Platform.TaskFailedException failure) =>
        new(failure.TaskName, failure.FailureDetails is { } details ? details.ToOurs() : NoDetails);

    public static TaskFailureDetails ToOurs(this Platform.TaskFailureDetails details) =>
        new(details.ErrorType, details.ErrorMessage, details.StackTrace);

    public static Ours.OrchestrationMetadata ToOurs(this Client.OrchestrationMetadata instance, bool withInputsAndOutputs) =>
        new(instance.InstanceId, instance.Name, instance.RuntimeStatus.ToOurs(), instance.CreatedAt, instance.LastUpdatedAt)
        {
            SerializedInput = withInputsAndOutputs ? instance.SerializedInput : null,
            SerializedOutput = withInputsAndOutputs && instance.RuntimeStatus != Client.OrchestrationRuntimeStatus.Failed ? instance.SerializedOutput : null,
            SerializedCustomStatus = instance.SerializedCustomStatus,
            FailureDetails = instance.FailureDetails?.ToOurs() ?? FailureOf(instance),
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

    /// <summary>The platform keeps of a failure its text alone, as "type: message" where there was an exception, in place of the output.</summary>
    private static TaskFailureDetails? FailureOf(Client.OrchestrationMetadata instance)
    {
        if (instance.RuntimeStatus != Client.OrchestrationRuntimeStatus.Failed)
        {
            return null;
        }

        var text = instance.SerializedOutput ?? "";
        return text.Split(": ", 2) is [var type, var message] && !type.Contains(' ')
            ? new TaskFailureDetails(type, message, StackTrace: null)
            : new TaskFailureDetails("", text, StackTrace: null);
    }
}
