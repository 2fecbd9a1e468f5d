using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Security;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Api_TooManyRequests_Is429WithWhenToTryAgain()
    {
        await using var host = await WebHost.StartAsync(options => options.RateLimits.Api = 3);
        using var api = host.Api();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await api.GetAsync("/api/agreements")).Status);
        }

        var answer = await api.GetAsync("/api/agreements");

        ProblemAssert.Is(429, answer);
        Assert.InRange(int.Parse(answer.Header("Retry-After")!), 1, 60);
        using var browser = host.Browse();
        Assert.Equal(200, (await browser.GetAsync("/dev/sign-in")).Status);
        Assert.Equal(200, (await browser.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Link_TooManyForms_Is429AndOtherLinksGoOn()
    {
        await using var host = await WebHost.StartAsync(options => options.RateLimits.FormsByLink = 2);
        var state = await host.AgreementInApprovalAsync();
        var partner = host.PartnerOf(state.Id, "approver-1-1");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(400, (await partner.DecideAsync("approve", name: "")).Status);
        }

        var page = await partner.DecideAsync("approve");

        Assert.Equal(429, page.Status);
        Assert.Contains("One moment, please", page.Text, StringComparison.Ordinal);
        Assert.Null((await host.ReadAsync(state.Id)).Latest.Round!.Find("approver-1-1")!.Choice);
        Assert.Equal(200, (await partner.OpenAsync()).Status);
        Assert.Equal(200, (await host.PartnerOf(state.Id, "approver-2-1").ApproveAsync()).Status);
    }

    [Fact]
    public async Task Pages_TooManyRequests_Are429()
    {
        await using var host = await WebHost.StartAsync(options =>
        {
            options.RateLimits.Pages = 2;
            options.RateLimits.PartnersByAddress = 1;
        });
        using var browser = host.Browse();

        await AssertAnswersAsync(browser, "/x", 404, 404, 429);
        await AssertAnswersAsync(browser, "/review/00000000000000000000000000/token", 404, 429);
    }

    private static async Task AssertAnswersAsync(Browser browser, string path, params int[] expected)
    {
        foreach (var status in expected)
        {
            Assert.Equal(status, (await browser.GetAsync(path)).Status);
        }
    }
}
