using AllianceAgreements.Domain.Links;
using AllianceAgreements.Web.Tests.Hosting;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests;

public sealed class RoutesTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task MailedLinks_LeadToThePages()
    {
        var state = await shared.Host.AgreementInApprovalAsync();
        var links = shared.Host.Services.GetRequiredService<PartnerLinks>();

        Assert.Equal(
            Routes.ToReview(state.Id, shared.Host.TokenOf(state.Id, LinkPurpose.Review, "approver-1-1")),
            links.Review(state.Id, 1, "approver-1-1").AbsolutePath);
        Assert.Equal(
            Routes.ToSign(state.Id, shared.Host.TokenOf(state.Id, LinkPurpose.Sign, "signatory-1")), links.Sign(state.Id, 1, "signatory-1").AbsolutePath);
        var mailed = shared.Host.Mails.Select(mail => mail.Text).First(text => text.Contains($"/review/{state.Id}/", StringComparison.Ordinal));
        var start = mailed.IndexOf("/review/", StringComparison.Ordinal);
        var link = mailed[start..].Split([' ', '\n', '\r'])[0];
        using var browser = shared.Host.Browse();
        Assert.Equal(200, (await browser.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Health_Started_IsLiveAndReady()
    {
        using var browser = shared.Host.Browse();

        Assert.Equal(200, (await browser.GetAsync("/health/live")).Status);
        Assert.Equal(200, (await browser.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Health_EngineRefusesCommands_IsLiveAndNotReady()
    {
        var client = new CommandOnlyClient();
        client.Answer.SetException(new IOException("The disk is full."));
        await using var host = await WebHost.StartAsync(replace: services => services.AddSingleton<IOrchestrationClient>(client));
        using var browser = host.Browse();

        Assert.Equal(503, (await browser.GetAsync("/health/ready")).Status);
        Assert.Equal(200, (await browser.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Health_EngineHangs_IsNotReadyWhenTheTimeIsOver()
    {
        var client = new CommandOnlyClient();
        await using var host = await WebHost.StartAsync(replace: services => services.AddSingleton<IOrchestrationClient>(client));
        using var browser = host.Browse();

        var asked = browser.GetAsync("/health/ready");
        await client.Asked.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        host.Clock.Advance(HealthEndpoints.EngineTimeout);

        Assert.Equal(503, (await asked).Status);
    }
}
