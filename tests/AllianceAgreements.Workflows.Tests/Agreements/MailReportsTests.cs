using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Tests.Mail;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class MailReportsTests
{
    private const string Approver = "approver-1-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeAsync_Bounce_IsInTheRecordAndAlertsLegalOnce()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);
        var reports = world.Get<MailReports>();
        var bounce = Report(world, state.Id, MailOutcome.Bounced, "e1");

        Assert.Equal(1, await reports.TakeAsync([bounce], Cancellation));
        Assert.Equal(0, await reports.TakeAsync([bounce], Cancellation));

        var person = state.Latest.Round!.Find(Approver)!.Person;
        var alert = Assert.Single(Alerts(world));
        Assert.Equal(("Legal team", "legal@example.org"), (alert.ToName, alert.ToAddress));
        Assert.Contains($"could not be delivered to {person.Name} ({person.Party})", alert.Text, StringComparison.Ordinal);
        Assert.Contains("there is no such address", alert.Text, StringComparison.Ordinal);
        Assert.Contains("5.1.1", alert.Text, StringComparison.Ordinal);
        Assert.Contains($"https://agreements.example/agreements/{state.Id}", alert.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email, alert.Text, StringComparison.Ordinal);
        var waiting = AgreementSummaries.WaitingOn(await world.ReadAsync(state.Id)).Single(waiting => waiting.Undelivered is not null);
        Assert.Equal((person.Name, MailOutcome.Bounced), (waiting.Person, waiting.Undelivered));
    }

    [Fact]
    public async Task TakeAsync_AlertFails_SendsItWhenToldAgain()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);
        var bounce = Report(world, state.Id, MailOutcome.Dropped, "e1");
        var transport = new ScriptedTransport();
        transport.FailNext(new MailUnavailableException("Later."));
        var reports = NewReports(world, Once(world, transport), new LegalContact("Legal team", "legal@example.org"));

        await Assert.ThrowsAsync<MailUnavailableException>(async () => await reports.TakeAsync([bounce], Cancellation));
        Assert.Equal(0, await reports.TakeAsync([bounce], Cancellation));
        await reports.TakeAsync([bounce], Cancellation);

        Assert.Equal(MailCategories.DeliveryAlert, Assert.Single(transport.Sent).Category);
    }

    [Fact]
    public async Task TakeAsync_AlertIsRefused_TakesTheReportsAllTheSame()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);
        var transport = new ScriptedTransport();
        transport.FailNext(new MailRefusedException("No such address.", "550"));
        var reports = NewReports(world, Once(world, transport), new LegalContact("Legal team", "legal@example.org"));

        Assert.Equal(2, await reports.TakeAsync(
            [Report(world, state.Id, MailOutcome.Bounced, "e1"), Report(world, state.Id, MailOutcome.Blocked, "e2")], Cancellation));

        Assert.Single(transport.Sent);
    }

    [Theory]
    [InlineData(MailOutcome.Delivered)]
    [InlineData(MailOutcome.Deferred)]
    [InlineData(MailOutcome.SpamReported)]
    public async Task TakeAsync_MailThatDidOrMayArrive_AlertsNobody(MailOutcome outcome)
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);

        Assert.Equal(1, await world.Get<MailReports>().TakeAsync([Report(world, state.Id, outcome, "e1")], Cancellation));

        Assert.Empty(Alerts(world));
    }

    [Fact]
    public async Task TakeAsync_AlertThatBounces_IsRecordedAndAlertsNobody()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);
        var alert = new MailReport(
            state.Id, MailKeys.HashOf(MailKeys.DeliveryAlert(state.Id, "e0")), MailCategories.DeliveryAlert, "e1", MailOutcome.Bounced,
            world.Clock.GetUtcNow(), null, null);

        Assert.Equal(1, await world.Get<MailReports>().TakeAsync([alert], Cancellation));

        Assert.Empty(Alerts(world));
    }

    [Fact]
    public async Task TakeAsync_AgreementThatIsNotThere_IsLeftOutAndTheOthersAreTaken()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);

        Assert.Equal(1, await world.Get<MailReports>().TakeAsync(
            [Report(world, AgreementId.New(), MailOutcome.Bounced, "e0"), Report(world, state.Id, MailOutcome.Bounced, "e1")], Cancellation));
    }

    [Fact]
    public async Task TakeAsync_OneRecordUnreadable_IsLeftOutAndTheOthersAreTaken()
    {
        await using var world = await AgreementWorld.StartAsync();
        AgreementState[] states = [await AskedAsync(world), await AskedAsync(world), await AskedAsync(world)];
        var record = new WatchedRecord(world.Get<IAgreementRecord>()) { Damaged = { states[0].Id } };
        var reports = new MailReports(
            new AgreementRepository(record, world.Get<IAgreementIndex>(), world.Clock, NullLogger<AgreementRepository>.Instance),
            world.Get<IMailer>(),
            world.Get<PublicAddress>(),
            NullLogger<MailReports>.Instance);

        Assert.Equal(2, await reports.TakeAsync(
            [.. states.Select(state => Report(world, state.Id, MailOutcome.Bounced, "e1"))], Cancellation));
    }

    [Fact]
    public async Task TakeAsync_OneFailsInAWayThatPasses_TakesTheOthersAndFailsAtTheEnd()
    {
        await using var world = await AgreementWorld.StartAsync();
        AgreementState[] states = [await AskedAsync(world), await AskedAsync(world), await AskedAsync(world)];
        var transport = new ScriptedTransport();
        transport.FailNext(new MailUnavailableException("Later."));
        transport.FailNext(new MailUnavailableException("Later."));
        var reports = NewReports(world, Once(world, transport), new LegalContact("Legal team", "legal@example.org"));
        List<MailReport> told = [.. states.Select(state => Report(world, state.Id, MailOutcome.Bounced, "e1"))];

        var failure = await Assert.ThrowsAsync<AggregateException>(async () => await reports.TakeAsync(told, Cancellation));

        Assert.All(failure.InnerExceptions, inner => Assert.IsType<MailUnavailableException>(inner));
        Assert.Equal(2, failure.InnerExceptions.Count);
        Assert.Single(transport.Sent);
        Assert.Equal(0, await reports.TakeAsync(told, Cancellation));
        Assert.Equal(3, transport.Sent.Count);
    }

    [Fact]
    public async Task TakeAsync_ManyAtOnceOfOneAgreement_RecordsEachOnce()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);
        var reports = world.Get<MailReports>();

        var added = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Task.Run(
            async () => await reports.TakeAsync([Report(world, state.Id, MailOutcome.Bounced, $"e{n / 3}")], Cancellation), Cancellation)));

        Assert.Equal(8, added.Sum());
        Assert.Equal(8, (await world.Get<IAgreementRecord>().ReadAsync(state.Id, Cancellation)).Count(entry => entry.Event is MailReported));
        Assert.Equal(8, Alerts(world).Count);
    }

    [Fact]
    public async Task TakeAsync_NobodyToAlert_RecordsAlone()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await AskedAsync(world);

        Assert.Equal(1, await NewReports(world, world.Get<IMailer>(), legal: null).TakeAsync([Report(world, state.Id, MailOutcome.Bounced, "e1")], Cancellation));

        Assert.Empty(Alerts(world));
    }

    private static async Task<AgreementState> AskedAsync(AgreementWorld world) =>
        await world.UntilAllAskedAsync((await world.StartAgreementAsync(SampleRequests.Terms(SampleRequests.NorthernHeart))).Id);

    private static OnceMailer Once(AgreementWorld world, ScriptedTransport transport) =>
        new(new MemoryLedger(), transport, world.Clock, NullLogger<OnceMailer>.Instance);

    private static MailReports NewReports(AgreementWorld world, IMailer mailer, LegalContact? legal) =>
        new(world.Get<AgreementRepository>(), mailer, world.Get<PublicAddress>(), NullLogger<MailReports>.Instance, legal);

    private static MailReport Report(AgreementWorld world, AgreementId id, MailOutcome outcome, string eventId) => new(
        id, MailKeys.HashOf(MailKeys.Approval(id, 1, Approver, 0)), MailCategories.ApprovalRequest, eventId, outcome, world.Clock.GetUtcNow(),
        MailReason.Address, "5.1.1");

    private static List<DroppedMail> Alerts(AgreementWorld world) => [.. world.Mails.Where(mail => mail.Category == MailCategories.DeliveryAlert)];
}
