using System.Net;
using System.Text.Json;
using AllianceAgreements.Functions.Tests.Hosting;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Journey;

/// <summary>The product on the real host, from a request to the archive.</summary>
[Collection(FunctionsHost.Collection)]
public sealed class HostJourneyTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Journey_WholeWay_IsArchivedAndNoLinkIsLogged()
    {
        await using var product = await StartAsync();

        var id = await new AgreementJourney(product, () => Task.CompletedTask).RunAsync();

        var links = product.Mails.Mails.Select(mail => mail.Link).Where(link => link.Length > 0).Distinct().ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.DoesNotContain(new Uri(link).Segments[^1], product.Said, StringComparison.Ordinal));
        Assert.Equal(product.Mails.Mails.Count, product.Mails.Mails.Select(mail => mail.Key).Distinct().Count());
        using var administrator = product.SignedIn("Administrator");
        var instance = await administrator.GetStringAsync(new Uri($"orchestrations/{id}", UriKind.Relative));
        Assert.Contains("SubOrchestrationInstanceCompleted", instance, StringComparison.Ordinal);
        Assert.Contains(id, await administrator.GetStringAsync(new Uri("orchestrations?status=Completed", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OfAnyKind_ReachesThePipeline()
    {
        await using var product = await StartAsync();
        using var nobody = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = product.Address };
        using var legal = product.SignedIn("Legal");

        var start = await nobody.GetAsync(new Uri("", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, start.StatusCode);
        Assert.StartsWith("/.auth/login/aad", start.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(new Uri("api/agreements", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await legal.GetAsync(new Uri("no/such/page", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await legal.DeleteAsync(new Uri("api/agreements", UriKind.Relative))).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, "health/live");
        Assert.Equal(HttpStatusCode.OK, (await nobody.SendAsync(head)).StatusCode);

        var list = await legal.GetAsync(new Uri("", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Contains("default-src", list.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var refused = await legal.PostAsync(new Uri("api/agreements", UriKind.Relative), new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateObject());
    }

    // What the worker sees is a connection of the host: what counts is who connected to the host, and by which name.
    [Fact]
    public async Task Principal_OfSomebodyNotOnThisMachine_IsNotBelieved()
    {
        await using var product = await StartAsync();
        using var here = product.SignedIn("Administrator");
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(new Uri("api/agreements", UriKind.Relative))).StatusCode);

        await Assert.AllAsync<(string Header, string Value)>(
            [("Host", "agreements.example.org"), ("X-Forwarded-For", "192.0.2.5"), ("X-Forwarded-For", "127.0.0.1"), ("Via", "1.1 proxy.example.org")],
            async elsewhere =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "api/agreements");
                request.Headers.TryAddWithoutValidation(elsewhere.Header, elsewhere.Value);
                Assert.Equal(HttpStatusCode.Unauthorized, (await here.SendAsync(request)).StatusCode);
            });
    }

    [Fact]
    public async Task Journey_HostAndWorkerKilledBetweenSteps_IsArchivedAllTheSame()
    {
        await using var product = await StartAsync();

        await new AgreementJourney(product, product.KillHostAsync).RunAsync();
    }

    [Fact]
    public async Task Journey_WorkerKilledBetweenSteps_IsArchivedAllTheSame()
    {
        await using var product = await StartAsync();

        await new AgreementJourney(product, product.KillWorkerAsync).RunAsync();
    }

    private async Task<ProductHost> StartAsync()
    {
        Assert.SkipUnless(FunctionsHost.IsInstalled, FunctionsHost.Missing);
        return await ProductHost.StartAsync(azurite.ConnectionString);
    }
}
