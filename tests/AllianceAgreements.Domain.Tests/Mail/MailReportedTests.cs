using System.Text;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Archive;
using AllianceAgreements.Domain.Tests.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Mail;

public sealed class MailReportedTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<MailReported, string> Stored => new()
    {
        {
            new MailReported("e1", "approval-request", MailOutcome.Bounced, At, 1, "approver-1-1", 0, MailReason.Address, "5.1.1"),
            """{"eventId":"e1","category":"approval-request","outcome":"Bounced","occurredAt":"2026-03-02T10:00:00+00:00","revision":1,"person":"approver-1-1","number":0,"reason":"Address","status":"5.1.1"}"""
        },
        {
            new MailReported("e2", "delivery-alert", MailOutcome.Delivered, At, null, null, null, null, null),
            """{"eventId":"e2","category":"delivery-alert","outcome":"Delivered","occurredAt":"2026-03-02T10:00:00+00:00"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Stored), DisableDiscoveryEnumeration = true)]
    public void Line_OfAnEntry_IsAsItWillAlwaysBe(MailReported reported, string data)
    {
        var entry = RecordEntry.After(null, reported, Actor.System, At);

        Assert.Contains($"\"type\":\"MailReported\",\"data\":{data},", Encoding.UTF8.GetString(entry.Line.Span), StringComparison.Ordinal);
        Assert.Equal(reported, RecordEntry.Parse(entry.Line).Event);
    }

    [Fact]
    public async Task Archive_OfALifeWithReportsBeforeAndAfter_IsWhatItIsWithoutTheLaterOnes()
    {
        var agreement = ScriptedAgreement.InSigning();
        agreement.Append(new MailReported("e1", MailCategories.SignatureRequest, MailOutcome.Delivered, At, 1, "signatory-1", 0, null, "250"));
        foreach (var signatory in agreement.State.Signing!.Signatories)
        {
            agreement.Sign(signatory.Person.Key);
        }

        agreement.EvaluateSigning();
        var before = await FingerprintAsync(agreement);
        agreement.Append(new MailReported("e2", MailCategories.SignatureRequest, MailOutcome.SpamReported, At, 1, "signatory-1", 0, null, null));
        agreement.Append(new AgreementArchived(before, "folder"));
        agreement.Append(new MailReported("e3", "agreement-archived", MailOutcome.Bounced, At, 1, "signatory-1", null, MailReason.Mailbox, "5.2.1"));

        Assert.Equal(before, await FingerprintAsync(agreement));
        Assert.Equal(AgreementStatus.Archived, agreement.State.Status);
        Assert.Null(RecordChain.FindFault(agreement.Entries.Select(entry => entry.Line)));
    }

    private static async Task<string> FingerprintAsync(ScriptedAgreement agreement)
    {
        var archive = await MemoryArchive.BuildAsync(agreement);
        return Assert.IsType<ArchiveVerification.Intact>(
            await ArchiveVerifier.VerifyAsync(archive, null, TestContext.Current.CancellationToken)).Summary.ManifestSha256;
    }
}
