using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Workflows.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AllianceAgreements.Workflows.Tests.Mail;

public sealed class OnceMailerTests
{
    private static readonly OutgoingMail Mail = new("a/1", "approval-request", "Zoë", "zoe@example.org", "Subject", "Text", "<p>Html</p>");

    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryLedger _ledger = new();
    private readonly ScriptedTransport _transport = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_SentByAnotherProcess_IsNotSentAgain()
    {
        await NewMailer().SendAsync(Mail, Cancellation);

        await NewMailer().SendAsync(Mail, Cancellation);

        Assert.Single(_transport.Sent);
        Assert.Equal(MailKeys.HashOf(Mail.Key), Assert.Single(_ledger.Sent));
    }

    [Fact]
    public async Task SendAsync_ManyAtOnceInOneProcess_ShareOneSending()
    {
        var mailer = NewMailer();
        var gate = _transport.HoldNext();

        var sendings = Enumerable.Range(0, 10).Select(_ => mailer.SendAsync(Mail, Cancellation).AsTask()).ToList();
        await gate.Reached;
        Assert.All(sendings, sending => Assert.False(sending.IsCompleted));
        gate.Open();
        await Task.WhenAll(sendings);

        Assert.Single(_transport.Sent);
    }

    [Fact]
    public async Task SendAsync_AnotherProcessIsSendingIt_FailsInAWayThatPasses()
    {
        var gate = _transport.HoldNext();
        var first = NewMailer().SendAsync(Mail, Cancellation).AsTask();
        await gate.Reached;

        await Assert.ThrowsAsync<MailUnavailableException>(async () => await NewMailer().SendAsync(Mail, Cancellation));

        gate.Open();
        await first;
        await NewMailer().SendAsync(Mail, Cancellation);
        Assert.Single(_transport.Sent);
    }

    [Fact]
    public async Task SendAsync_TransportFails_IsSentWhenTriedAgain()
    {
        var mailer = NewMailer();
        _transport.FailNext(new MailUnavailableException("Later."));

        await Assert.ThrowsAsync<MailUnavailableException>(async () => await mailer.SendAsync(Mail, Cancellation));
        await mailer.SendAsync(Mail, Cancellation);

        Assert.Single(_transport.Sent);
    }

    [Fact]
    public async Task SendAsync_TransportRefuses_TellsItsReason()
    {
        _transport.FailNext(new MailRefusedException("No such address.", "5.1.1"));

        var refusal = await Assert.ThrowsAsync<MailRefusedException>(async () => await NewMailer().SendAsync(Mail, Cancellation));

        Assert.Equal("5.1.1", refusal.Status);
        Assert.Empty(_ledger.Claimed);
    }

    [Fact]
    public async Task SendAsync_RefusedBefore_IsAskedAgainAfterAnHour()
    {
        var mailer = NewMailer();
        _transport.FailNext(new MailRefusedException("No such address.", "5.1.1"));
        await Assert.ThrowsAsync<MailRefusedException>(async () => await mailer.SendAsync(Mail, Cancellation));

        _clock.Advance(OnceMailer.RefusalHolds - TimeSpan.FromSeconds(1));
        var again = await Assert.ThrowsAsync<MailRefusedException>(async () => await mailer.SendAsync(Mail, Cancellation));
        Assert.Equal(("No such address.", "5.1.1"), (again.Message, again.Status));
        await mailer.SendAsync(Mail with { Key = "a/2" }, Cancellation);
        Assert.Equal("a/2", Assert.Single(_transport.Sent).Key);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await mailer.SendAsync(Mail, Cancellation);
        Assert.Equal(2, _transport.Sent.Count);
    }

    public static TheoryData<Exception> LostAnswers =>
    [
        new MailUnavailableException("No answer.") { MayBeTaken = true },
        new IOException("The connection broke."),
        new OperationCanceledException(),
    ];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task SendAsync_TakenAndAnswerLost_IsNotSentAgainBeforeItsClaimEnds(Exception lost)
    {
        var mailer = NewMailer();
        _transport.LoseNextAnswer(lost);
        await Assert.ThrowsAsync(lost.GetType(), async () => await mailer.SendAsync(Mail, Cancellation));

        for (var retry = 0; retry < 4; retry++)
        {
            await Assert.ThrowsAsync<MailUnavailableException>(async () => await mailer.SendAsync(Mail, Cancellation));
        }

        Assert.Single(_transport.Sent);
        _ledger.EndClaims();
        await mailer.SendAsync(Mail, Cancellation);
        Assert.Equal(2, _transport.Sent.Count);
    }

    [Fact]
    public async Task SendAsync_AddressIsNone_ClaimsNothing()
    {
        _transport.FailNext(Assert.Throws<ArgumentException>(() => OutgoingMail.CheckHeaders(Mail with { ToAddress = "\n" })));

        await Assert.ThrowsAsync<ArgumentException>(async () => await NewMailer().SendAsync(Mail, Cancellation));

        Assert.Empty(_ledger.Claimed);
    }

    [Fact]
    public async Task SendAsync_TransportHangs_IsGivenUpBeforeItsClaimEnds()
    {
        var gate = _transport.HoldNext();
        var sending = NewMailer().SendAsync(Mail, Cancellation).AsTask();
        await gate.Reached;

        _clock.Advance(OnceMailer.SendLimit);

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(() => sending);
        Assert.True(failure.MayBeTaken);
        Assert.Single(_ledger.Claimed);
        Assert.True(OnceMailer.SendLimit * 2 < OnceMailer.ClaimDuration);
    }

    [Fact]
    public async Task SendAsync_FirstCallerGivesUp_IsSentOnceAllTheSame()
    {
        var mailer = NewMailer();
        using var impatient = new CancellationTokenSource();
        var gate = _transport.HoldNext();
        var first = mailer.SendAsync(Mail, impatient.Token).AsTask();
        await gate.Reached;
        var second = mailer.SendAsync(Mail, Cancellation).AsTask();

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Empty(_transport.Sent);
        gate.Open();
        await second;
        await mailer.SendAsync(Mail, Cancellation);
        Assert.Single(_transport.Sent);
    }

    [Fact]
    public async Task SendAsync_MarkFails_HasBeenSentAllTheSame()
    {
        _ledger.FailMarks = true;

        await NewMailer().SendAsync(Mail, Cancellation);

        Assert.Single(_transport.Sent);
    }

    [Fact]
    public async Task SendAsync_ReleaseFails_TellsWhatTheTransportSaid()
    {
        _ledger.FailReleases = true;
        _transport.FailNext(new MailRefusedException("No.", null));

        await Assert.ThrowsAsync<MailRefusedException>(async () => await NewMailer().SendAsync(Mail, Cancellation));
    }

    [Fact]
    public async Task SendAsync_LineBreakInAHeader_IsRefusedBeforeAnythingIsClaimed()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await NewMailer().SendAsync(Mail with { ToName = "Zoë\r\nBcc: all" }, Cancellation));

        Assert.Empty(_ledger.Claimed);
        Assert.Empty(_transport.Sent);
    }

    private OnceMailer NewMailer() => new(_ledger, _transport, _clock, NullLogger<OnceMailer>.Instance);
}
