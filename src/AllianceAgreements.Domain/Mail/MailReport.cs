using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Mail;

/// <summary>What a mail service tells about one mail, before it is known whose it is.</summary>
/// <param name="Agreement">The agreement that the mail was sent with.</param>
/// <param name="KeyHash">See <see cref="MailKeys.HashOf"/>.</param>
/// <param name="Category">See <see cref="MailReported.Category"/>; letters, digits and hyphens.</param>
/// <param name="EventId">See <see cref="MailReported.EventId"/>; no personal data.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">See <see cref="MailReported.Reason"/>.</param>
/// <param name="Status">See <see cref="MailReported.Status"/>.</param>
public sealed record MailReport(
    AgreementId Agreement, string KeyHash, string Category, string EventId, MailOutcome Outcome, DateTimeOffset OccurredAt,
    MailReason? Reason, string? Status);
