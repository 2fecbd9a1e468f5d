using System.ComponentModel;
using System.Text.Json;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Components;

namespace AllianceAgreements.Web.Api;

/// <summary>An agreement after a command.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">The reference people use.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Revision">Its newest revision.</param>
/// <param name="Links">Where to look.</param>
internal sealed record AcceptedAgreement(AgreementId Id, string Reference, AgreementStatus Status, int Revision, AgreementLinks Links)
{
    public static AcceptedAgreement Of(AgreementState state) =>
        new(state.Id, state.Reference, state.Status, state.Latest.Number, AgreementLinks.Of(state.Id));
}

/// <summary>Where an agreement is.</summary>
/// <param name="Self">In the API.</param>
/// <param name="Record">Its record in the API.</param>
/// <param name="Page">Its page.</param>
internal sealed record AgreementLinks(string Self, string Record, string Page)
{
    public static AgreementLinks Of(AgreementId id) => new(Routes.ToApiAgreement(id), Routes.ToApiRecord(id), Routes.ToAgreement(id));
}

/// <summary>One page of agreements.</summary>
/// <param name="Items">The agreements, most recently started first.</param>
/// <param name="Continuation">For the next page; null on the last.</param>
internal sealed record AgreementListResponse(IReadOnlyList<AgreementListItem> Items, string? Continuation);

/// <summary>An agreement in a list.</summary>
internal sealed record AgreementListItem(
    AgreementId Id, string Reference, string Title, AllianceForm Form, AgreementStatus Status, int Revision,
    IReadOnlyList<string> Parties, IReadOnlyList<WaitingOn> WaitingOn, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, AgreementLinks Links)
{
    public static AgreementListItem Of(AgreementSummary summary) => new(
        summary.Id, summary.Reference, summary.Title, summary.Form, summary.Status, summary.Revision, summary.Parties,
        [.. summary.WaitingOn.Select(Api.WaitingOn.Of)], summary.StartedAt, summary.UpdatedAt, AgreementLinks.Of(summary.Id));
}

/// <summary>Somebody an agreement waits for.</summary>
/// <param name="Person">A name; "Legal team" when it waits for a revision.</param>
/// <param name="Party">The short name of the person's party; null for legal.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">Until when; null without a deadline.</param>
/// <param name="Undelivered">How the newest mail to the person failed to arrive; null when it did arrive, or nothing is known of it.</param>
internal sealed record WaitingOn(
    string Person, string? Party, WaitingPurpose Purpose, DateTimeOffset Since, DateTimeOffset? Due, MailOutcome? Undelivered)
{
    public static WaitingOn Of(WaitingFor waiting) =>
        new(waiting.Person, waiting.Party, waiting.Purpose, waiting.Since, waiting.Due, waiting.Undelivered);
}

/// <summary>An agreement.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">The reference people use.</param>
/// <param name="Title">Its title.</param>
/// <param name="Form">The form of the alliance.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Revision">Its newest revision.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="UpdatedAt">When anything last happened.</param>
/// <param name="Parties">The parties.</param>
/// <param name="WaitingOn">Who it waits for.</param>
/// <param name="Documents">Its documents, oldest revision first.</param>
/// <param name="Reason">Why changes are wanted or it ended early, in somebody's words; null otherwise.</param>
/// <param name="Archive">Its archive; null until it is archived.</param>
/// <param name="Links">Where to look.</param>
internal sealed record AgreementResponse(
    AgreementId Id, string Reference, string Title, AllianceForm Form, AgreementStatus Status, int Revision,
    DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, IReadOnlyList<PartyName> Parties, IReadOnlyList<WaitingOn> WaitingOn,
    IReadOnlyList<DocumentItem> Documents, string? Reason, ArchiveItem? Archive, AgreementLinks Links)
{
    public static AgreementResponse Of(AgreementState state) => new(
        state.Id, state.Reference, state.Title, state.Form, state.Status, state.Latest.Number, state.StartedAt, state.Head.At,
        state.Parties, [.. AgreementSummaries.WaitingOn(state).Select(Api.WaitingOn.Of)],
        [.. StoredDocuments.Of(state).Select(document => DocumentItem.Of(state.Id, document))],
        state.Reason, state.Archive is { } archive ? new ArchiveItem(archive.ManifestSha256, archive.Folder) : null, AgreementLinks.Of(state.Id));
}

/// <summary>A document.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Revision">The revision it belongs to.</param>
/// <param name="Sha256">SHA-256 of its bytes, lowercase hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Href">Where to download it.</param>
internal sealed record DocumentItem(string Name, DocumentKind Kind, int Revision, string Sha256, long Bytes, string Href)
{
    public static DocumentItem Of(AgreementId id, StoredDocument document) => new(
        document.Reference.Name, document.Reference.Kind, document.Revision, document.Reference.Sha256, document.Reference.Bytes,
        Routes.ToApiDocument(id, document.Reference.Sha256));
}

/// <summary>An archive.</summary>
/// <param name="ManifestSha256">SHA-256 of its manifest: its fingerprint.</param>
/// <param name="Folder">Where in the archive.</param>
internal sealed record ArchiveItem(string ManifestSha256, string Folder);

/// <summary>An entry of a record, exactly as it is stored.</summary>
/// <param name="Position">Its place, from 0.</param>
/// <param name="At">When it was appended.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Type">What happened.</param>
/// <param name="Data">What there is to say about it; depends on the type.</param>
/// <param name="PreviousHash">The hash of the entry before it; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 of the entry as written, without this last member.</param>
internal sealed record RecordEntryResponse(
    long Position, DateTimeOffset At, Actor Actor, string Type, JsonElement Data, string PreviousHash, string Hash);

/// <summary>Takes an agreement back.</summary>
internal sealed record WithdrawalRequest
{
    /// <summary>Why, in 1 to 10,000 characters; everybody who was asked is told.</summary>
    [Description("Why, in 1 to 10,000 characters; everybody who was asked is told.")]
    public required string Reason { get; init; }
}
