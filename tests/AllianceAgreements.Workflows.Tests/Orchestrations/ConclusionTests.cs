using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Tests.Orchestrations;

public sealed class ConclusionTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);

    [Fact]
    public async Task Conclusion_OneAddressIsRefused_ClosesItsNoticeAndAlertsLegalOnce()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        world.Refused.Add(Terms.Request.Parties[0].Approvers[0].Email);

        await world.WithdrawAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.UntilDoneAsync(id)).RuntimeStatus);
        var state = await world.ReadAsync(id);
        Assert.Equal(8, state.Notified.Count);
        Assert.Null(state.Summarise().NextDue);
        Assert.Single(world.Mails, mail => mail.Category == MailCategories.DeliveryAlert);
        Assert.Equal(0, await world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Conclusion_OneMailFails_OthersAreToldAndItIsTriedAgain()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        var unreachable = Terms.Request.Parties[0].Approvers[0].Email;
        world.Bouncing.Add(unreachable);

        await world.WithdrawAsync(id);
        var state = await world.UntilAsync(id, state => state.Notified.Count == 8);
        Assert.NotNull(state.Summarise().NextDue);

        world.Bouncing.Clear();
        var done = world.UntilDoneAsync(id);
        while (!done.IsCompleted)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.WhenAny(done, world.NextCommitAsync());
        }

        Assert.Equal(1, world.Mails.Count(mail => mail.ToAddress == unreachable && mail.Category == "agreement-withdrawn"));
        Assert.Null((await world.ReadAsync(id)).Summarise().NextDue);
    }
}
