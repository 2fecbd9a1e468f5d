using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AllianceAgreements.Local.Commands;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using MimeKit;
using Xunit;

namespace AllianceAgreements.Local.Tests.Mail;

/// <summary>The whole product with mail that goes out: through SendGrid and back by its webhook, and through a mail server.</summary>
public sealed class MailServiceTests : IDisposable
{
    // Of Northern Heart, every party's approvers.
    private const int Approvers = 9;

    private readonly TemporaryFolder _folder = new();
    private readonly string _address = ListeningAddress.FreeLoopback();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SendGrid_MailGoesOutOnceAndABounceComesBackIntoTheAgreement()
    {
        await using var sendGrid = await SendGridServer.StartAsync();
        using var signer = new WebhookSigner();
        var settings = Settings(
            ("Provider", "SendGrid"), ("From:Address", "agreements@lakeside.example"), ("LegalAddress", "legal@lakeside.example"),
            ("SendGrid:ApiKey", SendGridServer.ApiKey), ("SendGrid:Endpoint", sendGrid.Address), ("SendGrid:WebhookPublicKey", signer.PublicKey));
        string id;
        byte[] events;
        await using (await StartAsync(settings))
        {
            id = await StartAgreementAsync();
            await sendGrid.UntilAskedAsync(Approvers);
            var request = sendGrid.Taken.First();
            events = BounceOf(request);

            Assert.Equal(HttpStatusCode.Forbidden, await PostEventsAsync(events, _ => "AAAA"));
            Assert.Equal(HttpStatusCode.NoContent, await PostEventsAsync(events, timestamp => signer.Sign(timestamp, events)));

            await sendGrid.UntilAskedAsync(1);
            var alert = sendGrid.Taken.Last();
            Assert.Equal("delivery-alert", alert["categories"]![0]!.GetValue<string>());
            Assert.Equal("legal@lakeside.example", alert["personalizations"]![0]!["to"]![0]!["email"]!.GetValue<string>());
            var undelivered = (await GetAsync($"/api/agreements/{id}"))["waitingOn"]!.AsArray().Single(waiting => waiting!["undelivered"] is not null)!;
            Assert.Equal("Bounced", undelivered["undelivered"]!.GetValue<string>());
            Assert.Equal(Recipient(request)["name"]!.GetValue<string>().Trim('"'), undelivered["person"]!.GetValue<string>());
        }

        await using (await StartAsync(settings))
        {
            Assert.Equal(HttpStatusCode.NoContent, await PostEventsAsync(events, timestamp => signer.Sign(timestamp, events)));
            var record = (await GetAsync($"/api/agreements/{id}/record")).AsArray();
            Assert.Single(record, entry => entry!["type"]!.GetValue<string>() == "MailReported");
            Assert.DoesNotContain(Recipient(sendGrid.Taken.First())["email"]!.GetValue<string>(), record.Last()!.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal(Approvers + 1, sendGrid.Taken.Count);
    }

    [Fact]
    public async Task Smtp_MailGoesOutWithLinksToWherePeopleReachIt()
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(
            Settings(
                ("Provider", "Smtp"), ("From:Address", "agreements@lakeside.example"),
                ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", server.Port.ToString())),
            "https://agreements.lakeside.example");

        var id = await StartAgreementAsync();
        await server.UntilTakenAsync(Approvers);

        Assert.Equal(Approvers, server.Taken.Count);
        Assert.All(server.Taken, bytes =>
        {
            using var message = MimeMessage.Load(new MemoryStream(bytes), Cancellation);
            Assert.Contains($"https://agreements.lakeside.example/review/{id}/", message.TextBody, StringComparison.Ordinal);
        });
        Assert.False(Directory.Exists(_folder.PathOf("data", "mail")) && Directory.EnumerateFiles(_folder.PathOf("data", "mail"), "*.eml").Any());
    }

    [Fact]
    public async Task Start_MailThatCannotWork_SaysWhatWouldBeRight()
    {
        var refusal = await Assert.ThrowsAsync<CommandException>(() => StartAsync(Settings(("Provider", "Smtp"), ("From:Address", "agreements@lakeside.example"))));

        Assert.StartsWith("Mail:Smtp:Host must be", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EnvironmentThatNamesAMailboxAlone_IsNone()
    {
        Assert.Null(MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection([new("MAIL", "/var/mail/somebody")]).Build()));
        Assert.NotNull(MailSettings.Of(Settings(("Provider", ""))));
    }

    [Theory]
    [InlineData("agreements.example.org")]
    [InlineData("ftp://agreements.example.org/")]
    [InlineData("https://agreements.example.org/somewhere")]
    [InlineData("https://somebody@agreements.example.org/")]
    public void Read_AddressThatIsNone_SaysSo(string address) =>
        Assert.StartsWith($"'{address}' is not an address", Assert.Throws<FormatException>(() => ListeningAddress.Read(address)).Message, StringComparison.Ordinal);

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Mail:{setting.Name}", (string?)setting.Value)))
        .Build();

    private static JsonNode Recipient(JsonNode mail) => mail["personalizations"]![0]!["to"]![0]!;

    // What SendGrid makes of a mail: its custom arguments stand among the members of the event.
    private static byte[] BounceOf(JsonNode mail)
    {
        var bounce = new JsonObject
        {
            ["email"] = Recipient(mail)["email"]!.GetValue<string>(),
            ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["event"] = "bounce",
            ["type"] = "bounce",
            ["status"] = "5.1.1",
            ["reason"] = $"550 5.1.1 <{Recipient(mail)["email"]!.GetValue<string>()}>: no such user",
            ["category"] = mail["categories"]!.DeepClone(),
            ["sg_event_id"] = "Ym91bmNlLTE",
        };
        foreach (var (name, value) in mail["personalizations"]![0]!["custom_args"]!.AsObject())
        {
            bounce[name] = value!.DeepClone();
        }

        return Encoding.UTF8.GetBytes(new JsonArray(bounce).ToJsonString() + "\r\n");
    }

    private async Task<Served> StartAsync(IConfiguration mail, string? address = null) => new(await LocalHost.StartAsync(
        new LocalHostOptions { Data = _folder.PathOf("data"), Urls = _address, LogLevel = LogLevel.Error, Mail = mail, Address = address },
        cancellationToken: Cancellation));

    private async Task<string> StartAgreementAsync()
    {
        using var http = Http();
        using var body = new ByteArrayContent(SampleRequests.Read(SampleRequests.NorthernHeart)) { Headers = { ContentType = new("application/json") } };
        using var answer = await http.PostAsync("/api/agreements", body, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["id"]!.GetValue<string>();
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var http = Http();
        return (await http.GetFromJsonAsync<JsonNode>(path, Cancellation))!;
    }

    private async Task<HttpStatusCode> PostEventsAsync(byte[] events, Func<string, string> sign)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/sendgrid")
        {
            Content = new ByteArrayContent(events) { Headers = { ContentType = new("application/json") } },
        };
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", sign(timestamp));
        using var answer = await http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private HttpClient Http()
    {
        var token = File.ReadAllText(_folder.PathOf("data", "legal.token")).Trim();
        return new HttpClient { BaseAddress = new Uri(_address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private sealed record Served(WebApplication App) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.StopAsync(CancellationToken.None);
            await App.DisposeAsync();
        }
    }
}
