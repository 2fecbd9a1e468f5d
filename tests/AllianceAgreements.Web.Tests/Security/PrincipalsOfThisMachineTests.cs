using System.Net;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Security;

/// <summary>The header of App Service Authentication where nothing but one machine stands behind it.</summary>
public sealed class PrincipalsOfThisMachineTests
{
    [Fact]
    public async Task Principal_OfThisMachine_IsWhoItSays()
    {
        await using var host = await StartAsync();
        using var legal = Api(host);

        Assert.Equal(200, (await legal.GetAsync("/api/agreements")).Status);
    }

    [Fact]
    public async Task Principal_OfAnotherMachine_IsNobody()
    {
        await using var host = await StartAsync(IPAddress.Parse("192.0.2.5"));
        using var legal = Api(host);

        ProblemAssert.Is(401, await legal.GetAsync("/api/agreements"));
    }

    // The configured address is put in the place of the name that was asked for; which name that was decides all the same.
    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy.example")]
    public async Task Principal_ThroughANameOrProxyOfAnotherMachine_IsNobody(string header, string value)
    {
        await using var host = await StartAsync();
        using var legal = Api(host).WithHeader(header, value);

        ProblemAssert.Is(401, await legal.GetAsync("/api/agreements"));
    }

    private static ApiClient Api(WebHost host) => host.Api(role: null).WithHeader(ClientPrincipal.Header, ClientPrincipal.Of(AccessRoles.Legal));

    private static Task<WebHost> StartAsync(IPAddress? remote = null) => WebHost.StartAsync(
        options =>
        {
            options.DevelopmentSignIn = false;
            options.MailPage = false;
            options.PublicAddress = new Uri("http://localhost:7071/");
            options.UsePrincipalsOfThisMachine();
        },
        remote: remote);
}
