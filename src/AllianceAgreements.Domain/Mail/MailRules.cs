using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Mail;

/// <summary>What goes into the record of what a mail service tells.</summary>
public static class MailRules
{
    /// <summary>
    /// Records what was not heard before. Holds whatever the state, also after the agreement has ended: a late answer changes nothing that
    /// was decided.
    /// </summary>
    /// <param name="state">The agreement.</param>
    /// <param name="reports">About mails of this agreement, in the order they came in.</param>
    public static Decision Report(AgreementState state, params IReadOnlyList<MailReport> reports)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reports);
        var known = state.Mails;
        var events = new List<AgreementEvent>();
        foreach (var report in reports)
        {
            var reported = ToEvent(state, report);
            if (known.IsNews(reported))
            {
                known = known.With(reported);
                events.Add(reported);
            }
        }

        return events.Count == 0 ? Decision.Nothing : Decision.Accept(events);
    }

    private static MailReported ToEvent(AgreementState state, MailReport report)
    {
        if (report.Agreement != state.Id)
        {
            throw new ArgumentException("The report is about a mail of another agreement.", nameof(report));
        }

        var mail = SentMail.Find(state, report.KeyHash, report.Category);
        return new MailReported(
            report.EventId, mail.Category, report.Outcome, report.OccurredAt.ToUniversalTime(), mail.Revision, mail.Person, mail.Number,
            report.Outcome.IsFailure() ? report.Reason ?? MailReason.Unknown : null, report.Status);
    }
}
