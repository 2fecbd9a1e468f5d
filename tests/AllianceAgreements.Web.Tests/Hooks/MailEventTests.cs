using System.Net.Http.Headers;
using System.Text;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Tests.Hosting;
using AllianceAgreements.Workflows.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AllianceAgreements.Web.Tests.Hooks;

public sealed class MailEventTests : IAsyncLifetime
{
    private const string Approver = "approver-1-1";

    private readonly ToldEvents _events = new();
    private readonly FailingMailer _mailer = new();
    private WebHost? _host;

    private WebHost Host => _host!;

    public async ValueTask InitializeAsync() => _host = await WebHost.StartAsync(
        options => options.RateLimits.Hooks = 30,
        services =>
        {
            var drop = services.Single(service => service.ServiceType == typeof(IMailer)).ImplementationType!;
            services.AddSingleton<IMailEventSource>(_events)
                .AddSingleton(new LegalContact("Legal team", "legal@lakeside.example"))
                .Replace(ServiceDescriptor.Singleton<IMailer>(provider => _mailer.Around((IMailer)ActivatorUtilities.CreateInstance(provider, drop))));
        });

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task Post_Bounce_IsInTheRecordOnThePageInTheApiAndToldToLegal()
    {
        var state = await Host.AgreementInApprovalAsync();
        var approver = state.Latest.Round!.Find(Approver)!.Person;
        _events.Next = [Report(state, MailOutcome.Bounced, "e1"), Report(state, MailOutcome.Delivered, "e2", "approver-2-1")];

        await AssertAnswerAsync(204, await PostAsync("[1]"));
        await AssertAnswerAsync(204, await PostAsync("[1]"));

        Assert.Equal("[1]", _events.Body);
        using var api = Host.Api();
        var record = (await api.GetAsync($"/api/agreements/{state.Id}/record")).Json.AsArray();
        var told = record.Where(entry => entry!["type"]!.GetValue<string>() == "MailReported").Select(entry => entry!["data"]!).ToList();
        Assert.Equal(["Bounced", "Delivered"], told.Select(data => data["outcome"]!.GetValue<string>()));
        Assert.Equal(("approval-request", Approver, "Address", "5.1.1"), (
            told[0]["category"]!.GetValue<string>(), told[0]["person"]!.GetValue<string>(), told[0]["reason"]!.GetValue<string>(), told[0]["status"]!.GetValue<string>()));
        var waiting = (await api.GetAsync($"/api/agreements/{state.Id}")).Json["waitingOn"]!.AsArray();
        Assert.Equal("Bounced", Assert.Single(waiting, item => item!["undelivered"] is not null)!["undelivered"]!.GetValue<string>());
        Assert.Equal(approver.Name, waiting.Single(item => item!["undelivered"] is not null)!["person"]!.GetValue<string>());

        using var legal = await Host.Browse().SignInAsync("Legal");
        var page = await legal.GetAsync($"/agreements/{state.Id}");
        Assert.Contains($"The last mail could not be delivered to {approver.Name}: it came back.", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"The request to approve revision 1 to {approver.Name} ({approver.Party}) could not be delivered: there is no such address (5.1.1).", page.Text, StringComparison.Ordinal);
        var alert = Assert.Single(Host.Mails, mail => mail.Category == MailCategories.DeliveryAlert);
        Assert.Equal("legal@lakeside.example", alert.ToAddress);
        Assert.Contains($"/agreements/{state.Id}", alert.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Deliveries_AreOneLineOfTheTimeline()
    {
        var state = await Host.AgreementInApprovalAsync();
        _events.Next = [.. state.Latest.Round!.Approvers.Select((approver, n) => Report(state, MailOutcome.Delivered, $"e{n}", approver.Person.Key))];

        await PostAsync("[]");

        using var legal = await Host.Browse().SignInAsync("Legal");
        var page = await legal.GetAsync($"/agreements/{state.Id}");
        Assert.Contains($"{_events.Next.Count} mails were delivered.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be delivered", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AlertFails_IsNotAnsweredWellUntilItIsOut()
    {
        var state = await Host.AgreementInApprovalAsync();
        _events.Next = [Report(state, MailOutcome.Dropped, "e1")];
        _mailer.FailNext();

        await AssertAnswerAsync(500, await PostAsync("[]"));
        Assert.DoesNotContain(Host.Mails, mail => mail.Category == MailCategories.DeliveryAlert);
        await AssertAnswerAsync(204, await PostAsync("[]"));

        Assert.Single(Host.Mails, mail => mail.Category == MailCategories.DeliveryAlert);
        Assert.Equal(1, await CountReportsAsync(state.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("right", "right")]
    public async Task Post_SignatureMissingWrongOrDouble_Is403AndChangesNothing(params string[]? signatures)
    {
        var state = await Host.AgreementInApprovalAsync();
        _events.Next = [Report(state, MailOutcome.Bounced, "e1")];

        await AssertAnswerAsync(403, await PostAsync("[]", signatures ?? []));

        Assert.Equal(0, await CountReportsAsync(state.Id));
        Assert.Contains(Host.Logs.Lines, line => line.Contains("mail events were refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_AfterTheArchive_IsAddedAndTheAgreementStaysAsItWas()
    {
        var state = await Host.ArchivedAgreementAsync();
        _events.Next = [Report(state, MailOutcome.SpamReported, "e1")];

        await AssertAnswerAsync(204, await PostAsync("[]"));

        var after = await Host.ReadAsync(state.Id);
        Assert.Equal((AgreementStatus.Archived, state.Archive), (after.Status, after.Archive));
        Assert.Equal(1, await CountReportsAsync(state.Id));
        using var legal = await Host.Browse().SignInAsync("Legal");
        Assert.Contains("and marked as spam there", (await legal.GetAsync($"/agreements/{state.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BodyThatIsTooLargeOrNotJson_IsRefusedUnread()
    {
        await AssertAnswerAsync(413, await PostAsync(new string(' ', WebOptions.MaximumBodyBytes + 1)));
        await AssertAnswerAsync(415, await SendAsync(HttpMethod.Post, new StringContent("[]", Encoding.UTF8, "text/plain"), ToldEvents.Right));
        await AssertAnswerAsync(405, await SendAsync(HttpMethod.Get, null, ToldEvents.Right));

        Assert.Null(_events.Body);
    }

    [Fact]
    public async Task Post_TooManyOfOneAddress_Is429()
    {
        for (var i = 0; i < 30; i++)
        {
            await AssertAnswerAsync(403, await PostAsync("[]", "wrong"));
        }

        var answer = await PostAsync("[]");

        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await AssertAnswerAsync(429, answer);
    }

    [Fact]
    public async Task Post_NoEventSource_IsNotThere()
    {
        await using var host = await WebHost.StartAsync();
        using var api = host.Api(role: null);

        var answer = await api.PostAsync("/hooks/sendgrid", "[]");

        Assert.Equal((404, ""), (answer.Status, answer.Text));
    }

    private static MailReport Report(AgreementState state, MailOutcome outcome, string eventId, string person = Approver) => new(
        state.Id, MailKeys.HashOf(MailKeys.Approval(state.Id, 1, person, 0)), MailCategories.ApprovalRequest, eventId, outcome,
        new DateTimeOffset(2027, 1, 4, 9, 1, 0, TimeSpan.Zero), outcome.IsFailure() ? MailReason.Address : null, outcome.IsFailure() ? "5.1.1" : null);

    private static async Task AssertAnswerAsync(int status, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    private async Task<int> CountReportsAsync(AgreementId id) =>
        (await Host.Services.GetRequiredService<IAgreementRecord>().ReadAsync(id, TestContext.Current.CancellationToken)).Count(entry => entry.Event is MailReported);

    private Task<HttpResponseMessage> PostAsync(string body) => PostAsync(body, ToldEvents.Right);

    private Task<HttpResponseMessage> PostAsync(string body, params string[] signatures) =>
        SendAsync(HttpMethod.Post, new StringContent(body, new MediaTypeHeaderValue("application/json")), signatures);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, HttpContent? content, params string[] signatures)
    {
        using var http = new HttpClient { BaseAddress = Host.Address };
        using var request = new HttpRequestMessage(method, "/hooks/sendgrid") { Content = content };
        foreach (var signature in signatures)
        {
            request.Headers.TryAddWithoutValidation(ToldEvents.Header, signature);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
