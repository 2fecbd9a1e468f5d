using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Mail;

/// <summary>The mail service told what became of a mail. Neither an address nor anybody's words are in it.</summary>
/// <param name="EventId">The mail service's own id of what it told, so that hearing it again changes nothing.</param>
/// <param name="Category">What kind of mail it is; see <see cref="MailCategories"/>.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="OccurredAt">When, by the clock of the mail service; the entry itself may be much later.</param>
/// <param name="Revision">The round it belongs to; null when it belongs to none, or is not known.</param>
/// <param name="Person">The key of the person it went to, see <see cref="Participant.Key"/>; null when it went to nobody of the parties, or is not known.</param>
/// <param name="Number">0 for a request, from 1 for its reminders; null for other mails.</param>
/// <param name="Reason">Why it did not arrive; null when it did, or was only put off.</param>
/// <param name="Status">The status code that the other side gave: enhanced (RFC 3463, "5.1.1") or basic (RFC 5321, "550"); null without one.</param>
public sealed record MailReported(
    string EventId, string Category, MailOutcome Outcome, DateTimeOffset OccurredAt,
    int? Revision, string? Person, int? Number, MailReason? Reason, string? Status) : AgreementEvent
{
    internal SentMail Mail => new(Category, Revision, Person, Number);
}

/// <summary>What became of a mail.</summary>
public enum MailOutcome
{
    /// <summary>The recipient's server took it.</summary>
    Delivered,

    /// <summary>The recipient's server put it off; the mail service goes on trying.</summary>
    Deferred,

    /// <summary>The recipient's server refused it for good: most often, there is no such address.</summary>
    Bounced,

    /// <summary>The recipient's server refused it this time, and the mail service gave up.</summary>
    Blocked,

    /// <summary>The mail service did not even try: an earlier mail bounced, or was marked as spam.</summary>
    Dropped,

    /// <summary>It arrived, and the recipient marked it as spam; the mail service may drop the next.</summary>
    SpamReported,

    /// <summary>The mail service did not take it.</summary>
    Refused,
}

/// <summary>Tells outcomes apart.</summary>
public static class MailOutcomes
{
    /// <summary>Whether it means that the mail did not arrive, and will not.</summary>
    public static bool IsFailure(this MailOutcome outcome) =>
        outcome is MailOutcome.Bounced or MailOutcome.Blocked or MailOutcome.Dropped or MailOutcome.Refused;
}
