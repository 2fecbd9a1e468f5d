using System.Text.Json;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Embedded.Mail;

namespace AllianceAgreements.Workflows.Tests.Crashes;

/// <summary>What has become of an agreement once nothing is left to do.</summary>
internal sealed record ScheduleOutcome(
    AgreementState State, IReadOnlyList<RecordEntry> Entries, IReadOnlyList<DroppedMail> Mails, ArchiveVerification? Archive, DateTimeOffset Now)
{
    /// <summary>Everything that happened and when, in no order: what happens at the same time may happen in any.</summary>
    public IEnumerable<string> Events =>
        Entries.Select(entry => $"{entry.At:O} {entry.Type} {Describe(entry.Event)}").Order(StringComparer.Ordinal);

    /// <summary>Every mail and when it was sent, in no order.</summary>
    public IEnumerable<string> MailKeys => Mails.Select(mail => $"{mail.SentAt:O} {mail.Key}").Order(StringComparer.Ordinal);

    /// <summary>Whatever was played, the record is whole, and the rules find nothing in it that is still to be done.</summary>
    public void CheckLaws()
    {
        Assert.Null(RecordChain.FindFault(Entries.Select(entry => entry.Line)));
        Assert.Distinct(Mails.Select(mail => mail.Key));

        Assert.Equal(State.Revisions.Count(revision => revision.Draft is not null), Entries.Count(entry => entry.Event is DraftGenerated));
        foreach (var revision in State.Revisions.Where(revision => revision.Round is not null))
        {
            CheckNothingIsDue(ApprovalRules.Evaluate(State, revision.Number, Now));
        }

        CheckNothingIsDue(SigningRules.Evaluate(State, Now));
        Assert.Empty(ConclusionNotices.Due(State));
        Assert.NotEqual(AgreementStatus.Drafting, State.Status);
        Assert.NotEqual(AgreementStatus.Executed, State.Status);
        Assert.True(State.Status != AgreementStatus.Archived || Archive is ArchiveVerification.Intact, $"{Archive}");
    }

    // The fingerprint depends on the order in which what happened at the same time was recorded.
    private static string Describe(AgreementEvent what) =>
        JsonSerializer.Serialize<object>(what is AgreementArchived archived ? archived with { ManifestSha256 = "" } : what);

    private static void CheckNothingIsDue(ApprovalEvaluation evaluation) => Assert.True(
        evaluation is ApprovalEvaluation.Closed { Events.Count: 0 } or ApprovalEvaluation.Open { MailDue.Count: 0 }, $"Left undone: {evaluation}");

    private static void CheckNothingIsDue(SigningEvaluation evaluation) => Assert.True(
        evaluation is SigningEvaluation.Closed { Events.Count: 0 } or SigningEvaluation.Open { MailDue.Count: 0 }, $"Left undone: {evaluation}");
}
