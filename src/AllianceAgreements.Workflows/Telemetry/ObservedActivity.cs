using System.Diagnostics;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Telemetry;

/// <summary>A step that is measured, and whose span and logs hold the agreement's id, whichever engine runs it.</summary>
internal sealed class ObservedActivity<TInput, TOutput>(
    string name, Activity<TInput, TOutput> inner, TimeProvider time, ILogger<AgreementStep> logger) : Activity<TInput, TOutput>
    where TInput : IAgreementStep
{
    public override async Task<TOutput> RunAsync(TInput input, CancellationToken cancellationToken)
    {
        Activity.Current?.SetTag(AgreementDiagnostics.AgreementId, input.Agreement.Value);
        using var scope = logger.BeginScope(new KeyValuePair<string, object>[] { new(AgreementDiagnostics.AgreementId, input.Agreement.Value) });
        var started = time.GetTimestamp();
        try
        {
            var output = await inner.RunAsync(input, cancellationToken);
            AgreementMetrics.StepEnded(name, time.GetElapsedTime(started), failure: null);
            return output;
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            AgreementMetrics.StepEnded(name, time.GetElapsedTime(started), exception);
            throw;
        }
    }
}
