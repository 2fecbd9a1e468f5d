using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class AgreementSweepTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);

    [Fact]
    public async Task WakeOverdue_OrchestrationsForgotten_AgreementGoesOnWithoutRepeatingItself()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.ApproveAllAsync(id);
        await world.UntilAsync(id, state => state.Signing?.Turn.Single().RequestedAt is not null);

        await world.ForgetOrchestrationsAsync();
        world.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
        await world.UntilAsync(id, state => state.Signing!.Turn.Single().Reminders == 1);

        Assert.Equal(9, world.Mails.Count(mail => mail.Category == "approval-request"));
        Assert.Equal(1, world.Mails.Count(mail => mail.Category == "signature-request"));
        Assert.Equal(1, world.Mails.Count(mail => mail.Category == "signature-reminder"));
    }

    [Fact]
    public async Task WakeOverdue_RecordBegunButNeverStarted_Starts()
    {
        await using var world = await AgreementWorld.StartAsync();
        var started = await world.StartAgreementAsync(Terms);
        await world.UntilAllAskedAsync(started.Id);

        // A record without an orchestration: as if the process died between the two.
        var id = AgreementId.New();
        var begun = (AgreementStarted)(await world.Get<AgreementRepository>().ReadRecordAsync(started.Id, CancellationToken.None))[0].Event;
        await world.Get<IDocumentStore>().PutAsync(DocumentFolder.ForRevision(id, 1), Terms.ToUtf8Json(), CancellationToken.None);
        await world.Get<AgreementRepository>().BeginAsync(id, _ => begun, Actor.System, CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None);

        await world.UntilAllAskedAsync(id);
    }

    [Fact]
    public async Task WakeOverdue_NothingOverdue_DoesNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        Assert.Equal(0, await world.Get<AgreementSweep>().WakeOverdueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task RepairIndex_RecordAheadOfIndex_IsIndexed()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = AgreementId.New();
        var begun = new AgreementStarted(
            "AA-2027-TEST-0001", AllianceForm.JointVenture, "Forgotten", [], new DocumentReference(DocumentKind.Terms, "terms.json", new string('0', 64), 1), []);

        // An entry that reached the record alone: as if the process died between the two.
        var entry = RecordEntry.After(null, begun, Actor.System, world.Clock.GetUtcNow());
        Assert.True(await world.Get<IAgreementRecord>().TryAppendAsync(id, [entry], CancellationToken.None));
        Assert.Equal(1, await world.Get<AgreementSweep>().RepairIndexAsync(CancellationToken.None));

        var page = await world.Get<IAgreementIndex>().QueryAsync(new AgreementQuery { Text = "forgotten" }, CancellationToken.None);
        Assert.Equal(id, Assert.Single(page.Items).Id);
        Assert.Equal(0, await world.Get<AgreementSweep>().RepairIndexAsync(CancellationToken.None));
    }
}
