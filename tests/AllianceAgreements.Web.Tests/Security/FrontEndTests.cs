using System.Net;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Security;

/// <summary>The product behind proxies.</summary>
public sealed class FrontEndTests
{
    private static readonly IPAddress Proxy = IPAddress.Parse("203.0.113.1");

    [Theory]
    [InlineData(1, "198.51.100.7")]
    [InlineData(1, "198.51.100.7:49152")]
    [InlineData(1, "192.0.2.66, 198.51.100.7")]
    [InlineData(2, "192.0.2.66, 198.51.100.7, 10.0.0.4:80")]
    public async Task Address_BehindTrustedProxies_IsTheOneTheOutermostSaw(int proxies, string forwarded)
    {
        await using var host = await StartAsync(proxies);

        Assert.Equal("198.51.100.7", await AddressOfSignatureAsync(host, forwarded));
    }

    [Fact]
    public async Task Address_NoTrustedProxy_IsWhoConnected()
    {
        await using var host = await StartAsync(proxies: 0);

        Assert.Equal(Proxy.ToString(), await AddressOfSignatureAsync(host, "198.51.100.7"));
    }

    [Fact]
    public async Task RateLimit_BehindATrustedProxy_GoesByTheVisitorsAddress()
    {
        await using var host = await StartAsync(proxies: 1, options => options.RateLimits.Pages = 1);
        using var one = host.Browse().WithHeader("X-Forwarded-For", "198.51.100.7");
        using var inventive = host.Browse().WithHeader("X-Forwarded-For", "198.51.100.99, 198.51.100.7");
        using var other = host.Browse().WithHeader("X-Forwarded-For", "198.51.100.8");

        Assert.Equal(404, (await one.GetAsync("/nothing")).Status);
        Assert.Equal(429, (await one.GetAsync("/nothing")).Status);
        Assert.Equal(429, (await inventive.GetAsync("/nothing")).Status);
        Assert.Equal(404, (await other.GetAsync("/nothing")).Status);
    }

    [Fact]
    public async Task PublicAddress_OfHttps_MakesCookiesSecureAndIsTheOwnOrigin()
    {
        await using var host = await StartAsync(proxies: 1, options => options.PublicAddress = new Uri("https://agreements.example.org"));
        var state = await host.AgreementInApprovalAsync();
        using var browser = host.Browse().WithHeader("X-Forwarded-Proto", "http").WithHeader("X-Forwarded-Host", "evil.example");
        using var own = host.Api().WithHeader("Origin", "https://agreements.example.org");
        using var foreign = host.Api().WithHeader("Origin", host.Address.GetLeftPart(UriPartial.Authority));

        var page = await browser.GetAsync(host.PartnerOf(state.Id, "approver-1-1").Link);

        Assert.Contains("; secure", page.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", page.Header("Strict-Transport-Security"));
        ProblemAssert.Is(403, await foreign.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Over."}"""));
        Assert.Equal(202, (await own.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Over."}""")).Status);
    }

    [Fact]
    public async Task NoPublicAddress_ForwardedProtocol_IsNotBelieved()
    {
        await using var host = await StartAsync(proxies: 1);
        var state = await host.AgreementInApprovalAsync();
        using var browser = host.Browse().WithHeader("X-Forwarded-Proto", "https");

        var page = await browser.GetAsync(host.PartnerOf(state.Id, "approver-1-1").Link);

        Assert.DoesNotContain("; secure", page.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.Header("Strict-Transport-Security"));
    }

    private static Task<WebHost> StartAsync(int proxies, Action<WebOptions>? configure = null) => WebHost.StartAsync(
        options =>
        {
            options.DevelopmentSignIn = false;
            options.MailPage = false;
            options.TrustedProxies = proxies;
            configure?.Invoke(options);
        },
        remote: Proxy);

    /// <summary>The address that the record holds of somebody who signed.</summary>
    private static async Task<string?> AddressOfSignatureAsync(WebHost host, string forwarded)
    {
        var state = await host.AgreementInSigningAsync();
        var signatory = host.SignatoryOf(state.Id, state.Signing!.Turn.First().Person.Key);
        signatory.Browser.WithHeader("X-Forwarded-For", forwarded);
        Assert.Equal(200, (await signatory.SignAsync()).Status);
        return (await host.ReadRecordAsync(state.Id)).Select(entry => entry.Event).OfType<Signed>().First().NetworkAddress;
    }
}
