using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Security;

/// <summary>Forms that do not come from our own pages, and requests that must never change anything.</summary>
public sealed class ForgeryTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Token = "__RequestVerificationToken";

    private WebHost Host => shared.Host;

    [Fact]
    public async Task Post_EveryPageWithoutTheToken_IsRefusedAndChangesNothing()
    {
        var review = await Host.AgreementInApprovalAsync();
        var signing = await Host.AgreementInSigningAsync();
        var before = await CountAsync(review.Id, signing.Id);
        using var administrator = await Host.Browse().SignInAsync("Administrator");
        var posts = RoutesWith("POST").Where(route => !route.StartsWith("/api", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, posts.Count);

        foreach (var route in posts)
        {
            var path = Fill(route, route.StartsWith("/sign/", StringComparison.Ordinal) ? signing : review);
            var fields = new Dictionary<string, string>
            {
                ["decision"] = "approve",
                ["name"] = "Mallory",
                ["document"] = review.Latest.Round!.DocumentSha256,
                ["reason"] = "Because.",
                ["submit"] = "true",
                ["role"] = "Legal",
                ["json"] = "{}",
            };
            var bare = await administrator.RequestAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields));
            fields[Token] = "CfDJ8made-up";
            var madeUp = await administrator.RequestAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields));
            var json = await administrator.RequestAsync(HttpMethod.Post, path, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

            Assert.True((bare.Status, madeUp.Status) == (400, 400), $"{path}: {bare.Status}, {madeUp.Status}");
            Assert.True(json.Status == 415, $"{path}: {json.Status}");
        }

        Assert.Equal(before, await CountAsync(review.Id, signing.Id));
    }

    [Fact]
    public async Task Post_TokenWithoutItsCookie_IsRefused()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, "approver-1-1");
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("decision", "approve").With("name", "Mallory");
        using var other = Host.Browse();

        Assert.Equal(400, (await other.SendAsync(form)).Status);
        await other.GetAsync(partner.Link);
        Assert.Equal(400, (await other.SendAsync(form)).Status);
        Assert.Equal(400, (await partner.Browser.SendAsync(form.Without(Token))).Status);
        Assert.Null((await Host.ReadAsync(state.Id)).Latest.Round!.Find("approver-1-1")!.Choice);
    }

    [Fact]
    public async Task SecondLink_OpenedInTheSameBrowser_LeavesTheFirstFormValid()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, "approver-1-1");
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("decision", "approve").With("name", "Pat Partner");
        await partner.Browser.GetAsync(Host.PartnerOf(state.Id, "approver-2-1").Link);

        Assert.Equal(200, (await partner.Browser.SendAsync(form)).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Safe_Methods_NeverChangeARecord(string method)
    {
        var review = await Host.AgreementInApprovalAsync();
        var signing = await Host.AgreementInSigningAsync();
        var before = await CountAsync(review.Id, signing.Id);
        using var administrator = await Host.Browse().SignInAsync("Administrator");
        var query = $"?decision=approve&name=Mallory&document={review.Latest.Round!.DocumentSha256}&reason=x&submit=true";

        foreach (var route in RoutesWith(null).Distinct())
        {
            var path = Fill(route, route.StartsWith("/sign/", StringComparison.Ordinal) ? signing : review);
            var page = await administrator.RequestAsync(new HttpMethod(method), path + query);
            Assert.True(page.Status < 500, $"{path}: {page.Status}");
            if (method == "HEAD")
            {
                Assert.Empty(page.Body);
            }
        }

        Assert.Equal(before, await CountAsync(review.Id, signing.Id));
    }

    private async Task<(int, int)> CountAsync(AgreementId one, AgreementId other) =>
        (await Host.CountEntriesAsync(one), await Host.CountEntriesAsync(other));

    private IEnumerable<string> RoutesWith(string? method) => Host.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => method is null || endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
        .Select(endpoint => endpoint.RoutePattern.RawText!);

    private string Fill(string route, AgreementState state) => route
        .Replace("{id:agreement}", state.Id.Value, StringComparison.Ordinal)
        .Replace("{sha256:sha256}", state.Latest.Draft!.Sha256, StringComparison.Ordinal)
        .Replace("{revision:int:min(1)}", "1", StringComparison.Ordinal)
        .Replace("{token}", (state.Signing is null ? Host.PartnerOf(state.Id, "approver-1-1").Link : Host.SignatoryOf(state.Id, "signatory-1").Link).Split('/')[^1], StringComparison.Ordinal)
        .Replace("{instanceId}", state.Id.Value, StringComparison.Ordinal)
        .Replace("{documentName}", "v1", StringComparison.Ordinal);
}
