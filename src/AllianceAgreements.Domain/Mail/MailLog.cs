using System.Collections.Immutable;

namespace AllianceAgreements.Domain.Mail;

/// <summary>What the record tells of the mails of an agreement.</summary>
public sealed record MailLog
{
    /// <summary>Nothing was told yet.</summary>
    public static MailLog Empty { get; } = new();

    private ImmutableHashSet<string> EventIds { get; init; } = [];

    private ImmutableDictionary<SentMail, MailOutcome> Outcomes { get; init; } = ImmutableDictionary<SentMail, MailOutcome>.Empty;

    /// <summary>Whether what the mail service tells was heard before.</summary>
    /// <param name="eventId">See <see cref="MailReported.EventId"/>.</param>
    public bool Has(string eventId) => EventIds.Contains(eventId);

    /// <summary>
    /// How the newest mail to a person in a round failed; null when it arrived, or nothing is known of it yet. A reminder that arrives makes
    /// good for a request that did not.
    /// </summary>
    /// <param name="revision">The round.</param>
    /// <param name="person">The person's key in it.</param>
    public MailOutcome? FailureOf(int revision, string person)
    {
        var newest = Outcomes
            .Where(entry => entry.Key is { Number: not null } mail && mail.Revision == revision && mail.Person == person && entry.Value != MailOutcome.Deferred)
            .OrderByDescending(entry => entry.Key.Number)
            .Select(entry => (MailOutcome?)entry.Value)
            .FirstOrDefault();
        return newest?.IsFailure() == true ? newest : null;
    }

    /// <summary>Whether the mail service did not take it, and has not since.</summary>
    internal bool IsRefused(SentMail mail) => Outcomes.TryGetValue(mail, out var outcome) && outcome == MailOutcome.Refused;

    /// <summary>Whether it adds anything: a mail is put off many times, of which only the first is worth an entry.</summary>
    internal bool IsNews(MailReported reported) =>
        !Has(reported.EventId) && !(reported.Outcome == MailOutcome.Deferred && Outcomes.ContainsKey(reported.Mail));

    internal MailLog With(MailReported reported) => this with
    {
        EventIds = EventIds.Add(reported.EventId),
        Outcomes = Outcomes.SetItem(
            reported.Mail, Outcomes.TryGetValue(reported.Mail, out var known) && Outlasts(known, reported.Outcome) ? known : reported.Outcome),
    };

    /// <summary>A mail that was refused before was taken after all.</summary>
    internal MailLog HandedOver(SentMail mail) =>
        Outcomes.GetValueOrDefault(mail) == MailOutcome.Refused ? this with { Outcomes = Outcomes.Remove(mail) } : this;

    // Mail services tell things out of order; a server may also take a mail and return it later, but never the other way round.
    private static bool Outlasts(MailOutcome known, MailOutcome told) =>
        told == MailOutcome.Deferred || (told == MailOutcome.Delivered && known is not (MailOutcome.Deferred or MailOutcome.Refused));
}
