using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Signing;

/// <summary>Signing opened; its rules are fixed here.</summary>
/// <param name="Revision">The approved revision.</param>
/// <param name="DocumentSha256">The exact draft to sign.</param>
/// <param name="Signatories">Who signs, in order.</param>
/// <param name="Order">All at once, or one after another.</param>
/// <param name="Deadline">When signing expires.</param>
/// <param name="ReminderDays">Days between reminders.</param>
public sealed record SigningOpened(
    int Revision, string DocumentSha256, IReadOnlyList<Participant> Signatories, SigningOrder Order,
    DateTimeOffset Deadline, int ReminderDays) : AgreementEvent;

/// <summary>A signatory was sent the signature request.</summary>
public sealed record SignatureRequested(string Signatory) : AgreementEvent;

/// <summary>A signatory was reminded.</summary>
/// <param name="Signatory">The signatory's key.</param>
/// <param name="Number">Which reminder, from 1.</param>
public sealed record SignatureReminderSent(string Signatory, int Number) : AgreementEvent;

/// <summary>A signatory handed in a signed copy.</summary>
/// <param name="Signatory">The signatory's key.</param>
/// <param name="Copy">The signed copy.</param>
/// <param name="TypedName">The name the signatory typed.</param>
/// <param name="NetworkAddress">Where it came from, if known.</param>
public sealed record Signed(string Signatory, DocumentReference Copy, string TypedName, string? NetworkAddress) : AgreementEvent;

/// <summary>The deadline passed before everyone had signed; the agreement ends.</summary>
public sealed record SigningExpired : AgreementEvent;
