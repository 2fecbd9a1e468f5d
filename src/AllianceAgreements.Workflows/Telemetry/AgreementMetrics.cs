using System.Diagnostics.Metrics;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Telemetry;

/// <summary>What is counted of agreements. Every tag has few values, all known beforehand but the types of errors.</summary>
internal static class AgreementMetrics
{
    /// <summary>The tag that holds what kind of mail it is.</summary>
    public const string MailCategory = "mail.category";

    private const string OutcomeOfMail = "mail.outcome";

    private static readonly Counter<long> StartedAgreements = AgreementDiagnostics.Meter.CreateCounter<long>(
        "agreement.started", "{agreement}", "Agreements that were started, by form.");

    private static readonly Counter<long> ConcludedAgreements = AgreementDiagnostics.Meter.CreateCounter<long>(
        "agreement.concluded", "{agreement}", "Agreements that came to their end, by form and outcome: archived, declined, withdrawn or expired.");

    private static readonly Histogram<double> Steps = AgreementDiagnostics.Meter.CreateHistogram<double>(
        "agreement.step.duration", "s", "How long a step of an agreement took, by step and, when it failed, by type of error.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    private static readonly Counter<long> FailedSteps = AgreementDiagnostics.Meter.CreateCounter<long>(
        "agreement.step.failures", "{attempt}", "Attempts at a step that failed, each to be tried again, by step and type of error.");

    private static readonly Counter<long> Mails = AgreementDiagnostics.Meter.CreateCounter<long>(
        "agreement.mails", "{mail}", "Mails handed over, by category and whether the mail service took them.");

    private static readonly Counter<long> MailReports = AgreementDiagnostics.Meter.CreateCounter<long>(
        "agreement.mail.reports", "{report}", "What the mail service told of mails, by category and outcome.");

    /// <summary>An agreement's record has begun.</summary>
    public static void Started(AgreementState state) => StartedAgreements.Add(1, FormOf(state));

    /// <summary>An agreement's record has grown.</summary>
    public static void Changed(AgreementState before, AgreementState after, IEnumerable<AgreementEvent> events)
    {
        foreach (var report in events.OfType<MailReported>())
        {
            MailReports.Add(1, new(MailCategory, report.Category), new(OutcomeOfMail, report.Outcome.ToString()));
        }

        if (!before.Status.IsFinal() && after.Status.IsFinal())
        {
            ConcludedAgreements.Add(1, FormOf(after), new("agreement.outcome", after.Status.ToString()));
        }
    }

    /// <summary>A step has ended.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="failure">Why it failed; null when it did not.</param>
    public static void StepEnded(string step, TimeSpan duration, Exception? failure)
    {
        KeyValuePair<string, object?> name = new("agreement.step", step);
        if (failure is null)
        {
            Steps.Record(duration.TotalSeconds, name);
            return;
        }

        KeyValuePair<string, object?> error = new("error.type", failure.GetType().FullName);
        Steps.Record(duration.TotalSeconds, name, error);
        FailedSteps.Add(1, name, error);
    }

    /// <summary>A mail was handed over, or could not be.</summary>
    public static void MailHandedOver(string category, bool isTaken) =>
        Mails.Add(1, new(MailCategory, category), new(OutcomeOfMail, isTaken ? "sent" : "failed"));

    private static KeyValuePair<string, object?> FormOf(AgreementState state) => new("agreement.form", state.Form.ToString());
}
