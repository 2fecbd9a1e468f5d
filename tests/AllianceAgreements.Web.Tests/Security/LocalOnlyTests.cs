using System.Net;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Security;

/// <summary>Sign-in and mail page of a single machine, seen from elsewhere.</summary>
public sealed class LocalOnlyTests
{
    [Theory]
    [InlineData("/dev/sign-in")]
    [InlineData("/dev/mail")]
    [InlineData("/dev/mail/any")]
    [InlineData("/dev/mail/any/body")]
    public async Task Get_FromAnotherMachine_IsNotThere(string path)
    {
        await using var host = await WebHost.StartAsync(remote: IPAddress.Parse("192.0.2.5"));
        using var browser = host.Browse();

        Assert.Equal(404, (await browser.GetAsync(path)).Status);
        Assert.Equal(401, (await browser.RequestAsync(HttpMethod.Get, "/")).Status);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("X-Forwarded-For", "192.0.2.5")]
    [InlineData("X-Forwarded-Host", "agreements.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "192.0.2.5")]
    [InlineData("Via", "1.1 proxy.example")]
    [InlineData("Forwarded", "for=192.0.2.5")]
    public async Task Get_ThroughANameOrProxyOfAnotherMachine_IsNotThere(string header, string value)
    {
        await using var host = await WebHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/sign-in");
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:7071")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:7071")]
    public async Task Get_UnderALoopbackName_IsThere(string name)
    {
        await using var host = await WebHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/sign-in") { Headers = { Host = name } };

        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Get_HostThatDidNotAskForThem_HasNoSuchRoutes()
    {
        await using var host = await WebHost.StartAsync(options =>
        {
            options.DevelopmentSignIn = false;
            options.MailPage = false;
        });
        using var browser = host.Browse();

        Assert.Equal(404, (await browser.GetAsync("/dev/sign-in")).Status);
        Assert.Equal(404, (await browser.GetAsync("/dev/mail")).Status);
        var page = await browser.RequestAsync(HttpMethod.Get, "/");
        Assert.Equal(401, page.Status);
        Assert.Contains("Please sign in", page.Text, StringComparison.Ordinal);
    }
}
