using System.Diagnostics;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Telemetry;

namespace AllianceAgreements.Embedded.Engine.Telemetry;

/// <summary>
/// The spans of orchestrations and activities, named and tagged as the Durable Task Framework does (DurableTask.Core, <c>Tracing/Schema.cs</c>). One
/// trace goes through an instance, its activities and its children for as long as they live, since what begins it is stored with them (W3C Trace
/// Context, <c>traceparent</c>). An episode has one span, which holds what it adds to history; replaying what came before makes none.
/// </summary>
internal static class EngineSpans
{
    private const string Type = "durabletask.type";
    private const string Name = "durabletask.task.name";
    private const string Version = "durabletask.task.version";
    private const string InstanceId = "durabletask.task.instance_id";
    private const string TaskId = "durabletask.task.task_id";
    private const string Status = "durabletask.task.status";
    private const string Receiver = "durabletask.event.target_instance_id";
    private const string ErrorType = "error.type";

    /// <summary>What the current span hands on; null when there is none.</summary>
    public static string? CurrentTraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    public static Activity? StartCreation(string orchestrator, string instanceId) =>
        AgreementDiagnostics.Source.StartActivity($"create_orchestration:{orchestrator}", ActivityKind.Producer)?
            .SetTag(Type, "orchestration").SetTag(Name, orchestrator).SetTag(InstanceId, instanceId);

    public static Activity? StartRaising(string eventName, string instanceId) =>
        AgreementDiagnostics.Source.StartActivity($"orchestration_event:{eventName}", ActivityKind.Producer)?
            .SetTag(Type, "event").SetTag(Name, eventName).SetTag(Receiver, instanceId);

    /// <summary>The span of an episode, in the trace of its instance, linked to those of whoever raised the events that it takes in.</summary>
    public static Activity? StartEpisode(EpisodeLease lease)
    {
        // Asked first, because links are read whether or not anybody wants them.
        if (!AgreementDiagnostics.Source.HasListeners())
        {
            return null;
        }

        var instance = lease.Instance;
        var links = lease.Intake.TraceParents.Select(Parse).Where(context => context != default).Select(context => new ActivityLink(context));
        return AgreementDiagnostics.Source.StartActivity(
                $"orchestration:{instance.Name}", ActivityKind.Server, Parse(instance.TraceParent), links: [.. links])?
            .SetTag(Type, "orchestration").SetTag(Name, instance.Name).SetTag(InstanceId, instance.Id)
            .SetTag(Version, instance.Version.Length == 0 ? null : instance.Version);
    }

    /// <summary>The span of one attempt at an activity, in the trace of its caller.</summary>
    public static Activity? StartAttempt(ActivityRow activity) =>
        AgreementDiagnostics.Source.StartActivity($"activity:{activity.Name}", ActivityKind.Server, Parse(activity.TraceParent))?
            .SetTag(Type, "activity").SetTag(Name, activity.Name).SetTag(InstanceId, activity.InstanceId).SetTag(TaskId, activity.Task);

    public static void Ended(this Activity? span, OrchestrationRuntimeStatus status, TaskFailureDetails? failure)
    {
        span?.SetTag(Status, status.ToString());
        span.Failed(failure?.ErrorType);
    }

    /// <summary>Says that it failed: by the type of the error alone, for messages may name people and addresses.</summary>
    public static void Failed(this Activity? span, string? errorType)
    {
        if (errorType is not null)
        {
            span?.SetTag(ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
        }
    }

    private static ActivityContext Parse(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context) ? context : default;
}
