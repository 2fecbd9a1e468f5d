using AllianceAgreements.Azure.Mail.SendGrid;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail.SendGrid;

public sealed class SendGridTransportTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private readonly TimerClock _clock = new(Now);
    private SendGridServer? _server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SendGridServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await SendGridServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task SendAsync_Mail_IsPostedAsSendGridWantsIt()
    {
        await SendAsync();

        Assert.Empty(MailSendRules.FaultsOf(Assert.Single(Server.Taken)));
        Assert.Equal(("/v3/mail/send", $"Bearer {SendGridServer.ApiKey}", "application/json"), Assert.Single(Server.Requests));
    }

    public static TheoryData<int, string?, string?, int> Waits => new()
    {
        { 429, "Retry-After", "7", 7 },
        { 503, "Retry-After", "Mon, 04 Jan 2027 09:00:09 GMT", 9 },
        { 429, "X-RateLimit-Reset", Now.AddSeconds(12).ToUnixTimeSeconds().ToString(), 12 },
        { 500, null, null, 1 },
        { 429, "Retry-After", "soon", 1 },
        { 429, "X-RateLimit-Reset", "99999999999999999", 1 },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task SendAsync_PutOff_IsTriedAgainWhenSendGridSays(int status, string? header, string? value, int seconds)
    {
        Server.Next(status, "", header is null ? [] : [(header, value!)]);

        var sending = SendAsync();
        await AdvanceToNextTryAsync(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(Server.Taken);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await sending;

        Assert.Single(Server.Taken);
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task SendAsync_ResetIsPast_IsTriedAgainAtOnce()
    {
        Server.Next(429, "", ("X-RateLimit-Reset", Now.AddSeconds(-5).ToUnixTimeSeconds().ToString()));

        await SendAsync();

        Assert.Single(Server.Taken);
    }

    [Fact]
    public async Task SendAsync_ToldToWaitLong_LeavesItToTheCaller()
    {
        Server.Next(429, "", ("Retry-After", "31"));

        await Assert.ThrowsAsync<MailUnavailableException>(SendAsync);

        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task SendAsync_PutOffAgainAndAgain_FailsAfterFourTries()
    {
        for (var i = 0; i < 4; i++)
        {
            Server.Next(503);
        }

        var sending = SendAsync();
        foreach (var seconds in new[] { 1, 2, 4 })
        {
            await AdvanceToNextTryAsync(TimeSpan.FromSeconds(seconds));
        }

        await Assert.ThrowsAsync<MailUnavailableException>(() => sending);
        Assert.Equal(4, Server.Requests.Count);
        Assert.Empty(Server.Taken);
    }

    [Theory]
    [InlineData(400, """{"errors":[{"message":"Does not contain a valid address: zoe@example.org.","field":"personalizations.0.to.0.email","help":null}]}""", "SendGrid answered 400: personalizations.0.to.0.email: Does not contain a valid address: [address].")]
    [InlineData(400, """{"errors":[{"message":"Bad Request","field":null},{"message":"Again","field":"null"}]}""", "SendGrid answered 400: Bad Request; Again.")]
    [InlineData(413, "too large", "SendGrid answered 413.")]
    [InlineData(422, """{"errors":"odd"}""", "SendGrid answered 422.")]
    [InlineData(400, """[1]""", "SendGrid answered 400.")]
    public async Task SendAsync_Refused_TellsWhatSendGridSaysWithoutAddressesAndDoesNotTryAgain(int status, string body, string expected)
    {
        Server.Next(status, body);

        var refusal = await Assert.ThrowsAsync<MailRefusedException>(SendAsync);

        Assert.Equal(expected, refusal.Message);
        Assert.Null(refusal.InnerException);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(408)]
    [InlineData(415)]
    public async Task SendAsync_AnswerIsNotAboutTheMail_FailsInAWayThatPassesAndSaysWhatToCheck(int status)
    {
        Server.Next(status);

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(SendAsync);

        Assert.Contains("Mail:SendGrid:Endpoint", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.MayBeTaken);
        await SendAsync();
        Assert.Single(Server.Taken);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task SendAsync_KeyIsNotAccepted_SaysWhatToCheckAndNotTheKey(int status)
    {
        Server.Next(status, """{"errors":[{"message":"The provided authorization grant is invalid, expired, or revoked"}]}""");

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(SendAsync);

        Assert.Contains("Mail:SendGrid:ApiKey", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SendGridServer.ApiKey, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_TakenAndConnectionBreaks_SaysThatItMayBeTaken()
    {
        Server.NextBreaks();

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(SendAsync);

        Assert.True(failure.MayBeTaken);
        await SendAsync();
        Assert.Single(Server.Taken);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_SaysThatItMayBeTaken()
    {
        var neverAnswers = new TaskCompletionSource();
        Server.NextWaits(neverAnswers.Task);

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(new ClientFactory(TimeSpan.FromMilliseconds(200))));

        Assert.True(failure.MayBeTaken);
        neverAnswers.SetResult();
    }

    [Fact]
    public async Task SendAsync_NobodyListens_SaysThatItIsNotTaken()
    {
        await Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<MailUnavailableException>(SendAsync);

        Assert.False(failure.MayBeTaken);
    }

    [Fact]
    public async Task SendAsync_CallerGivesUp_IsCancelled()
    {
        Server.Next(429, "", ("Retry-After", "30"));
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var sending = Transport().SendAsync(TestMail.Request, giveUp.Token).AsTask();
        await Server.UntilAskedAsync(1);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private Task SendAsync() => SendAsync(new ClientFactory());

    private Task SendAsync(ClientFactory clients) => Transport(clients).SendAsync(TestMail.Request, Cancellation).AsTask();

    private SendGridTransport Transport(ClientFactory? clients = null) => new(
        clients ?? new ClientFactory(),
        TestMail.Wrapped(options => (options.SendGrid.ApiKey, options.SendGrid.Endpoint) = (SendGridServer.ApiKey, Server.Address)),
        _clock, NullLogger<SendGridTransport>.Instance);

    /// <summary>Lets so much time pass once the transport waits.</summary>
    private async Task AdvanceToNextTryAsync(TimeSpan time)
    {
        await Server.UntilAskedAsync(1);
        await _clock.UntilWaitedForAsync();
        _clock.Advance(time);
    }

    private sealed class ClientFactory(TimeSpan? timeout = null) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new() { Timeout = timeout ?? SendGridTransport.Timeout };
    }
}
