using System.Collections.Immutable;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Domain.Record;

/// <summary>An agreement as its record tells it: a fold of the entries, never stored.</summary>
public sealed record AgreementState
{
    /// <summary>The id.</summary>
    public required AgreementId Id { get; init; }

    /// <summary>The reference people use.</summary>
    public required string Reference { get; init; }

    /// <summary>The form of the alliance.</summary>
    public required AllianceForm Form { get; init; }

    /// <summary>The title of the newest revision.</summary>
    public required string Title { get; init; }

    /// <summary>The parties.</summary>
    public required IReadOnlyList<PartyName> Parties { get; init; }

    /// <summary>The versions of the templates it drafts from.</summary>
    public required IReadOnlyList<TemplateVersion> Templates { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required AgreementStatus Status { get; init; }

    /// <summary>Since when it stands there.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>Every revision, from 1.</summary>
    public required ImmutableList<Revision> Revisions { get; init; }

    /// <summary>Signing, once opened.</summary>
    public SigningRound? Signing { get; init; }

    /// <summary>Why it ended early, in somebody's words, where given.</summary>
    public string? Reason { get; init; }

    /// <summary>The archive, once written.</summary>
    public AgreementArchived? Archive { get; init; }

    /// <summary>The legal holds that are on the archive, the oldest first.</summary>
    public ImmutableList<LegalHold> LegalHolds { get; init; } = [];

    /// <summary>How the holds of before ended; null while one is on, and when there never was one.</summary>
    public LegalHoldLifted? LiftedHolds { get; init; }

    /// <summary>Position of the entry that executed it, once executed: the last one the archive holds.</summary>
    public long? ExecutedPosition { get; init; }

    /// <summary>Who was told how it ended.</summary>
    public ImmutableHashSet<string> Notified { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What became of the mails.</summary>
    public MailLog Mails { get; init; } = MailLog.Empty;

    /// <summary>The newest entry.</summary>
    public required RecordEntry Head { get; init; }

    /// <summary>The newest revision.</summary>
    public Revision Latest => Revisions[^1];

    /// <summary>A revision by its number, from 1; null when there is none.</summary>
    public Revision? FindRevision(int number) => number >= 1 && number <= Revisions.Count ? Revisions[number - 1] : null;

    /// <summary>Somebody who was asked to approve a revision, or to sign it; null when nobody of this key was.</summary>
    public Participant? FindPerson(int revision, string key) =>
        FindRevision(revision)?.Round?.Find(key)?.Person
        ?? (Signing is { } signing && signing.Revision == revision ? signing.Find(key)?.Person : null);

    /// <summary>The state after all the entries; null when there are none.</summary>
    public static AgreementState? Fold(AgreementId id, IEnumerable<RecordEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        AgreementState? state = null;
        foreach (var entry in entries)
        {
            state = state is null ? Begin(id, entry) : state.Apply(entry);
        }

        return state;
    }

    /// <summary>The state after one more entry.</summary>
    public AgreementState Apply(RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var next = entry.Event switch
        {
            RevisionSubmitted e when e.Revision == Latest.Number + 1 => this with
            {
                Status = AgreementStatus.Drafting,
                Title = e.Title,
                Revisions = Revisions.Add(new Revision { Number = e.Revision, Terms = e.Terms, SubmittedAt = entry.At, RequestKey = e.RequestKey }),
            },
            DraftGenerated e => WithRevision(e.Revision, revision => revision with { Draft = e.Document, Redline = e.Redline }),
            DraftingFailed e => this with { Status = AgreementStatus.DraftingFailed, Reason = e.Reason },
            ApprovalRoundOpened e => OpenRound(e, entry.At),
            ApprovalRoundClosed e => CloseRound(e),
            ApprovalRequested e => WithApprover(e.Revision, e.Approver, approver => approver with { RequestedAt = entry.At })
                .WithHandedOver(new SentMail(MailCategories.ApprovalRequest, e.Revision, e.Approver, 0)),
            ApprovalReminderSent e => WithApprover(
                e.Revision, e.Approver, approver => approver with { Reminders = e.Number, RemindedAt = entry.At })
                .WithHandedOver(new SentMail(MailCategories.ApprovalReminder, e.Revision, e.Approver, e.Number)),
            ApprovalGiven e => WithApprover(e.Revision, e.Approver, approver => approver.Decide(ApprovalChoice.Approve, e.Comment, entry.At)),
            ChangesRequested e => WithApprover(
                e.Revision, e.Approver, approver => approver.Decide(ApprovalChoice.RequestChanges, e.Comment, entry.At)),
            ApprovalDeclined e => WithApprover(e.Revision, e.Approver, approver => approver.Decide(ApprovalChoice.Decline, e.Reason, entry.At)),
            SigningOpened e => this with { Status = AgreementStatus.Signing, Signing = SigningRound.Open(e, entry.At) },
            SignatureRequested e => WithSignatory(e.Signatory, signatory => signatory with { RequestedAt = entry.At })
                .WithHandedOver(new SentMail(MailCategories.SignatureRequest, Signing!.Revision, e.Signatory, 0)),
            SignatureReminderSent e => WithSignatory(
                e.Signatory, signatory => signatory with { Reminders = e.Number, RemindedAt = entry.At })
                .WithHandedOver(new SentMail(MailCategories.SignatureReminder, Signing!.Revision, e.Signatory, e.Number)),
            Signed e => WithSignatory(e.Signatory, signatory => signatory with { SignedAt = entry.At, Copy = e.Copy }),
            SigningExpired => this with { Status = AgreementStatus.Expired },
            AgreementWithdrawn e => this with { Status = AgreementStatus.Withdrawn, Reason = e.Reason },
            AgreementExecuted => this with { Status = AgreementStatus.Executed, ExecutedPosition = entry.Position },
            AgreementArchived e => this with { Status = AgreementStatus.Archived, Archive = e },
            ConclusionNoticeSent e => this with { Notified = Notified.Add(e.Email) },
            MailReported e => this with { Mails = Mails.With(e) },
            LegalHoldPut e => this with { LegalHolds = LegalHolds.Add(new LegalHold(e.Reason, entry.Actor.Name, entry.At)), LiftedHolds = null },
            LegalHoldLifted e => this with { LegalHolds = [], LiftedHolds = e },
            _ => throw new InvalidDataException($"Entry {entry.Position} of agreement {Id} cannot follow: {entry.Type}."),
        };
        return next with { Head = entry, StatusSince = next.Status == Status ? StatusSince : entry.At };
    }

    private static AgreementState Begin(AgreementId id, RecordEntry entry) => entry.Event is AgreementStarted started
        ? new AgreementState
        {
            Id = id,
            Reference = started.Reference,
            Form = started.Form,
            Title = started.Title,
            Parties = started.Parties,
            Templates = started.Templates,
            StartedAt = entry.At,
            Status = AgreementStatus.Drafting,
            StatusSince = entry.At,
            Revisions = [new Revision { Number = 1, Terms = started.Terms, SubmittedAt = entry.At }],
            Head = entry,
        }
        : throw new InvalidDataException($"The record of agreement {id} does not begin with {nameof(AgreementStarted)}.");

    private AgreementState OpenRound(ApprovalRoundOpened opened, DateTimeOffset at)
    {
        var next = WithRevision(opened.Revision, revision => revision with { Round = ApprovalRound.Open(opened, at) });
        return next with { Status = AgreementStatus.InApproval, Reason = null };
    }

    private AgreementState CloseRound(ApprovalRoundClosed closed)
    {
        var next = WithRound(closed.Revision, round => round.Close(closed));
        return next with { Status = AfterRound(closed.Outcome), Reason = ReasonAfterRound(closed) };
    }

    private AgreementStatus AfterRound(ApprovalOutcome outcome) => outcome switch
    {
        ApprovalOutcome.ChangesRequested => AgreementStatus.ChangesRequested,
        ApprovalOutcome.Declined => AgreementStatus.Declined,
        ApprovalOutcome.Expired => AgreementStatus.Expired,
        _ => Status,
    };

    private string? ReasonAfterRound(ApprovalRoundClosed closed) => closed.Outcome switch
    {
        ApprovalOutcome.ChangesRequested => LastSaid(closed.Revision, ApprovalChoice.RequestChanges),
        ApprovalOutcome.Declined => LastSaid(closed.Revision, ApprovalChoice.Decline),
        _ => Reason,
    };

    private string? LastSaid(int revision, ApprovalChoice choice) =>
        FindRevision(revision)?.Round?.Approvers.Where(approver => approver.Choice == choice).MaxBy(approver => approver.DecidedAt)?.Comment;

    private AgreementState WithHandedOver(SentMail mail) => this with { Mails = Mails.HandedOver(mail) };

    private AgreementState WithRevision(int number, Func<Revision, Revision> change) => FindRevision(number) is { } revision
        ? this with { Revisions = Revisions.SetItem(number - 1, change(revision)) }
        : throw new InvalidDataException($"The record of agreement {Id} names revision {number}, which was never submitted.");

    private AgreementState WithRound(int number, Func<ApprovalRound, ApprovalRound> change) => WithRevision(number, revision => revision with
    {
        Round = change(revision.Round ?? throw new InvalidDataException($"The record of agreement {Id} names a round of revision {number}, which was never opened.")),
    });

    private AgreementState WithApprover(int revision, string key, Func<ApproverState, ApproverState> change) =>
        WithRound(revision, round => round.With(key, change));

    private AgreementState WithSignatory(string key, Func<SignatoryState, SignatoryState> change) => this with
    {
        Signing = (Signing ?? throw new InvalidDataException($"The record of agreement {Id} names a signature, but signing was never opened.")).With(key, change),
    };
}

/// <summary>A revision of an agreement.</summary>
public sealed record Revision
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its terms.</summary>
    public required DocumentReference Terms { get; init; }

    /// <summary>When its terms were handed in.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>See <see cref="RevisionSubmitted.RequestKey"/>.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Its draft, once made.</summary>
    public DocumentReference? Draft { get; init; }

    /// <summary>What changed since an earlier revision, once drafted; see <see cref="DraftGenerated.Redline"/>.</summary>
    public RevisionRedline? Redline { get; init; }

    /// <summary>Its round of approval, once opened.</summary>
    public ApprovalRound? Round { get; init; }
}
