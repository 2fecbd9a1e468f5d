using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Security;

public sealed class HeadersTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private WebHost Host => shared.Host;

    [Fact]
    public async Task EveryAnswer_KeepsBrowsersFromGuessingFramingAndTellingOthers()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var administrator = await Host.Browse().SignInAsync("Administrator");
        var partner = Host.PartnerOf(state.Id, "approver-1-1").Link;
        string[] paths =
        [
            "/", "/agreements/new", "/orchestrations", "/dev/sign-in", "/dev/mail", partner, $"{partner}/document", $"{partner}/changes", $"{partner}x", "/nothing", "/api/agreements", "/api/nothing",
            "/openapi/v1.json", "/health/live",
        ];

        foreach (var path in paths)
        {
            var page = await administrator.GetAsync(path);
            Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
            Assert.Equal("no-store", page.Header("Cache-Control"));
            Assert.Equal("DENY", page.Header("X-Frame-Options"));
            Assert.NotNull(page.Header("Permissions-Policy"));
            var policy = page.Header("Content-Security-Policy")!;
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryPage_HasNothingInlineAndNothingFromElsewhere()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var administrator = await Host.Browse().SignInAsync("Administrator");
        string[] paths =
        [
            "/", "/agreements/new", "/agreements/new/json", $"/agreements/{state.Id}", $"/agreements/{state.Id}/revise", $"/agreements/{state.Id}/revisions/1",
            "/orchestrations", $"/orchestrations/{state.Id}", "/dev/sign-in", "/dev/mail", Host.PartnerOf(state.Id, "approver-1-1").Link, "/nothing",
        ];

        foreach (var path in paths)
        {
            var html = (await administrator.GetAsync(path)).Html;
            Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("<script(?![^>]*src=)", html);
            Assert.DoesNotMatch("\\son[a-z]+=\"", html);
            Assert.DoesNotMatch("(src|href|action)=\"(https?:)?//", html);
            Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
            Assert.Contains("class=\"skip\" href=\"#main\"", html, StringComparison.Ordinal);
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "<h1[ >]"));
        }
    }

    [Fact]
    public async Task EveryPage_ControlsHaveLabelsAndIdsAreUnique()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var administrator = await Host.Browse().SignInAsync("Administrator");

        foreach (var path in new[] { "/", "/agreements/new", "/agreements/new/json", $"/agreements/{state.Id}", $"/agreements/{state.Id}/revise", "/orchestrations", Host.PartnerOf(state.Id, "approver-1-1").Link })
        {
            var html = (await administrator.GetAsync(path)).Html;
            var ids = System.Text.RegularExpressions.Regex.Matches(html, "\\sid=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            var labels = System.Text.RegularExpressions.Regex.Matches(html, "<label[^>]*\\sfor=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToHashSet();
            var controls = System.Text.RegularExpressions.Regex.Matches(html, "<(?:input(?![^>]*type=\"hidden\")|select|textarea)[^>]*\\sid=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(controls);
            Assert.All(controls, control => Assert.Contains(control, labels));
            var described = System.Text.RegularExpressions.Regex.Matches(html, "aria-describedby=\"([^\"]*)\"").SelectMany(match => match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.All(described, id => Assert.Contains(id, ids));
        }
    }

    [Fact]
    public async Task Assets_UnderTheirHashedNames_AreKeptForGood()
    {
        using var browser = Host.Browse();
        var page = await browser.GetAsync("/dev/sign-in");
        var assets = page.Links.Where(link => link.StartsWith("/assets/", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, assets.Count);

        foreach (var asset in assets)
        {
            var file = await browser.GetAsync(asset);
            Assert.Equal(200, file.Status);
            Assert.Contains("immutable", file.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Equal("nosniff", file.Header("X-Content-Type-Options"));
        }

        Assert.Equal(404, (await browser.GetAsync("/assets/site.css")).Status);
        Assert.Equal(404, (await browser.GetAsync("/assets/..%2Fsite.css")).Status);
    }
}
