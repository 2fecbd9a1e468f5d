using AllianceAgreements.Embedded.Engine.Commands;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Embedded.Engine.Telemetry;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Embedded.Engine.Dispatch;

/// <summary>Runs the activities that are stored, in the order they were scheduled, as many at once as allowed.</summary>
internal sealed class ActivityDispatcher(
    EngineState state,
    OrchestrationCatalog catalog,
    IServiceScopeFactory scopes,
    ICrashPoints crashPoints,
    ILogger logger,
    int maxConcurrent,
    Action<EngineCommand> post,
    Action<Exception> fail,
    CancellationToken stopping)
{
    private long _lastBegun;

    public int Running { get; private set; }

    /// <summary>Begins the next stored activities. Called after a commit, so that nothing is done that could be forgotten.</summary>
    public void Dispatch()
    {
        if (Running >= maxConcurrent)
        {
            return;
        }

        foreach (var activity in state.Tables.Activities.After(_lastBegun, maxConcurrent - Running))
        {
            _lastBegun = activity.Id;
            Running++;
            _ = Task.Run(() => RunAsync(activity));
        }
    }

    public void Finished() => Running--;

    private async Task RunAsync(ActivityRow activity)
    {
        try
        {
            crashPoints.Reached(CrashPoint.BeforeActivity, activity.Name);
            var ending = await AttemptAsync(activity);
            crashPoints.Reached(CrashPoint.AfterActivity, activity.Name);
            post(ending);
        }
#pragma warning disable CA1031 // What gets here is the engine's own failure, whatever it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            fail(e);
        }
    }

    private async Task<EngineCommand> AttemptAsync(ActivityRow activity)
    {
        using var span = EngineSpans.StartAttempt(activity);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var implementation = catalog.Activities.TryGetValue(activity.Name, out var create)
                ? create(scope.ServiceProvider)
                : throw new InvalidOperationException($"No activity is registered under the name '{activity.Name}'.");
            var input = OrchestrationJson.Deserialize(activity.Input, implementation.InputType);
            var result = await implementation.RunAsync(input, stopping);
            return new FinishActivity(activity, OrchestrationJson.Serialize(result), failure: null, this);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.ActivityInterrupted(activity.Name, activity.InstanceId);
            return new InterruptActivity(this);
        }
#pragma warning disable CA1031 // Whatever an activity throws is its failure, for the orchestration to handle.
        catch (Exception e)
#pragma warning restore CA1031
        {
            span.Failed(e.GetType().FullName);
            logger.ActivityFailed(e, activity.Name, activity.InstanceId);
            return new FinishActivity(activity, result: null, TaskFailureDetails.From(e), this);
        }
    }
}
