using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Record;

/// <summary>Something that happened to an agreement. The shapes are kept for ever: add optional members, never change or remove one.</summary>
public abstract record AgreementEvent;

/// <summary>Legal started the agreement.</summary>
public sealed record AgreementStarted(
    string Reference, AllianceForm Form, string Title, IReadOnlyList<PartyName> Parties,
    DocumentReference Terms, IReadOnlyList<TemplateVersion> Templates) : AgreementEvent;

/// <summary>A party, as lists show it.</summary>
/// <param name="ShortName">See <see cref="Party.ShortName"/>.</param>
/// <param name="LegalName">See <see cref="Party.LegalName"/>.</param>
public sealed record PartyName(string ShortName, string LegalName);

/// <summary>Legal handed in revised terms.</summary>
/// <param name="Revision">The new revision.</param>
/// <param name="Title">Its title.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="RequestKey">SHA-256 of the caller and idempotency key it came with, lowercase hexadecimal; null without one.</param>
public sealed record RevisionSubmitted(int Revision, string Title, DocumentReference Terms, string? RequestKey) : AgreementEvent;

/// <summary>A draft was made.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Document">The draft.</param>
/// <param name="Redline">What changed since an earlier draft; null for the first, and where the two could not be compared.</param>
public sealed record DraftGenerated(int Revision, DocumentReference Document, RevisionRedline? Redline = null) : AgreementEvent;

/// <summary>The changes from an earlier draft, as tracked changes in a Word file.</summary>
/// <param name="Since">The earlier revision.</param>
/// <param name="Document">The file.</param>
public sealed record RevisionRedline(int Since, DocumentReference Document);

/// <summary>The terms could not be drafted with the pinned templates.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Reason">What to mend, for legal.</param>
public sealed record DraftingFailed(int Revision, string Reason) : AgreementEvent;

/// <summary>Legal took the agreement back.</summary>
public sealed record AgreementWithdrawn(string Reason) : AgreementEvent;

/// <summary>Every signature is in. The archive holds the record up to and including this entry.</summary>
/// <param name="Revision">The revision that was signed.</param>
/// <param name="DocumentSha256">Its draft.</param>
public sealed record AgreementExecuted(int Revision, string DocumentSha256) : AgreementEvent;

/// <summary>The executed agreement was archived.</summary>
/// <param name="ManifestSha256">SHA-256 of the archive's manifest: the archive's fingerprint.</param>
/// <param name="Folder">Where in the archive.</param>
public sealed record AgreementArchived(string ManifestSha256, string Folder) : AgreementEvent;

/// <summary>A participant was told how the agreement ended.</summary>
/// <param name="Email">Who was told; once a person, whatever their roles.</param>
public sealed record ConclusionNoticeSent(string Email) : AgreementEvent;
