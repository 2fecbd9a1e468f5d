using System.Diagnostics;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Telemetry;

namespace AllianceAgreements.Workflows.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class AgreementTelemetryTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);

    [Fact]
    public async Task Metrics_ArchivedAgreement_IsCountedOnceByFormAndOutcomeWithItsMailsAndSteps()
    {
        using var heard = new Heard();
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms, "key-1")).Id;
        await world.StartAgreementAsync(Terms, "key-1");
        await world.UntilAllAskedAsync(id);
        await world.ApproveAllAsync(id);
        foreach (var signatory in (await world.UntilStatusAsync(id, AgreementStatus.Signing)).Signing!.Signatories)
        {
            await world.UntilAsync(id, state => state.Signing!.Find(signatory.Person.Key)!.RequestedAt is not null);
            await world.SignAsync(id, signatory.Person.Key);
        }

        await world.UntilDoneAsync(id);

        Assert.Equal(1, heard.CountOf("agreement.started agreement.form=JointVenture"));
        Assert.Equal(1, heard.CountOf("agreement.concluded agreement.form=JointVenture agreement.outcome=Archived"));
        Assert.Equal(9, heard.CountOf("agreement.mails mail.category=approval-request mail.outcome=sent"));
        Assert.Equal(1, heard.CountOf("agreement.step.duration agreement.step=ArchiveAgreement"));
        Assert.All(heard.Points, point => Assert.DoesNotContain(id.Value, point, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spans_Commands_HoldTheAgreementAndWhatTheRulesMadeOfThem()
    {
        using var heard = new Heard();
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        await world.WithdrawAsync(id);
        await world.WithdrawAsync(id);
        await world.DecideAsync(id, "approver-1-1", ApprovalChoice.Approve);
        await world.UntilDoneAsync(id);

        var commands = heard.Spans.Where(span => span.GetTagItem("agreement.decision") is not null).ToList();
        Assert.Equal(
            [("WithdrawAgreement", "accepted"), ("WithdrawAgreement", "nothing to do"), ("DecideApproval", "refused: WrongState")],
            commands.Select(span => (span.OperationName, (string)span.GetTagItem("agreement.decision")!)));
        Assert.All(commands, span => Assert.Equal(id.Value, span.GetTagItem(AgreementDiagnostics.AgreementId)));
        Assert.Equal(1, heard.CountOf("agreement.concluded agreement.form=JointVenture agreement.outcome=Withdrawn"));
    }

    [Fact]
    public async Task Mail_NotTaken_IsCountedAndMarkedByTheTypeOfTheErrorAlone()
    {
        using var heard = new Heard();
        await using var world = await AgreementWorld.StartAsync();
        var unreachable = Terms.Request.Parties[0].Approvers[0];
        world.Bouncing.Add(unreachable.Email);

        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAsync(id, state => state.Latest.Round?.Approvers.Count(approver => approver.RequestedAt is not null) == 8);
        await world.UntilIdleAsync();

        Assert.Equal(8, heard.CountOf("agreement.mails mail.category=approval-request mail.outcome=sent"));
        Assert.Equal(1, heard.CountOf("agreement.mails mail.category=approval-request mail.outcome=failed"));
        Assert.Equal(1, heard.CountOf("agreement.step.failures agreement.step=SendApprovalMail error.type=System.IO.IOException"));
        var failed = Assert.Single(heard.Spans, span => span.OperationName == "send mail" && span.Status == ActivityStatusCode.Error);
        Assert.Equal("System.IO.IOException", failed.GetTagItem("error.type"));
        Assert.Equal("approval-request", failed.GetTagItem("mail.category"));
        Assert.Null(failed.StatusDescription);
        Assert.All(heard.Spans, span => Assert.All(span.TagObjects, tag =>
        {
            Assert.DoesNotContain("@", tag.Value?.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(unreachable.Name, tag.Value?.ToString(), StringComparison.Ordinal);
        }));
    }
}
