using System.Diagnostics;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Telemetry;

/// <summary>The spans of what is done to agreements; those of orchestrations and their steps are the engines'.</summary>
internal static class AgreementSpans
{
    /// <summary>Begins the span of a command, or of a part of a step. Null while nobody listens.</summary>
    public static Activity? Start(string name, AgreementId agreement, ActivityKind kind = ActivityKind.Internal) =>
        AgreementDiagnostics.Source.StartActivity(name, kind)?.SetTag(AgreementDiagnostics.AgreementId, agreement.Value);

    /// <summary>Says what the rules made of a command.</summary>
    public static void Decided(this Activity? span, Decision decision) => span?.SetTag("agreement.decision", decision switch
    {
        Decision.Accepted => "accepted",
        Decision.Refused refused => $"refused: {refused.Reason}",
        _ => "nothing to do",
    });

    /// <summary>Says that it failed: by the type of the error alone, for messages may name people and addresses.</summary>
    public static void Failed(this Activity? span, Exception exception) =>
        span?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}
