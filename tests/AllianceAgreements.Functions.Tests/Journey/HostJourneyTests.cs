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
    // Start, mails, decision, draft, signing, archive.
    private const int Phases = 6;

    [Fact]
    public async Task Journey_WholeWay_IsArchivedAndNoLinkIsLogged()
    {
        await using var product = await StartAsync();

        var id = await new AgreementJourney(product).RunAsync();

        await JourneyEvidence.CheckAsync(product, id);
        using var administrator = new ProductClient(product.Address, "Administrator");
        Assert.Contains("SubOrchestrationInstanceCompleted", await administrator.ReadAsync($"orchestrations/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OfAnyKind_ReachesThePipeline()
    {
        await using var product = await StartAsync();
        using var nobody = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = product.Address };
        using var client = new ProductClient(product.Address, "Legal");
        var legal = client.Http;

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

        // The management API of Durable Functions: the host answers it, or refuses to, before the pipeline.
        var management = await nobody.GetAsync(new Uri("runtime/webhooks/durabletask/instances", UriKind.Relative));
        Assert.False(management.Headers.Contains("Content-Security-Policy"));
        Assert.NotEqual(HttpStatusCode.NotFound, management.StatusCode);

        var refused = await legal.PostAsync(new Uri("api/agreements", UriKind.Relative), new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateObject());
    }

    // What the worker sees is a connection of the host: what counts is who connected to the host, and by which name.
    [Fact]
    public async Task Principal_OfSomebodyNotOnThisMachine_IsNotBelieved()
    {
        await using var product = await StartAsync();
        using var client = new ProductClient(product.Address, "Administrator");
        var here = client.Http;
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
    public async Task Journey_HostAndWorkerKilledInEveryPhase_LeavesWhatItLeavesWithout()
    {
        await using var product = await StartAsync();

        var id = await new AgreementJourney(product, product.KillHostAsync).RunAsync();

        await JourneyEvidence.CheckAsync(product, id);
        Assert.Equal(Phases, product.Restarts);
    }

    [Fact]
    public async Task Journey_WorkerKilledInEveryPhase_LeavesWhatItLeavesWithout()
    {
        await using var product = await StartAsync();

        var id = await new AgreementJourney(product, product.KillWorkerAsync).RunAsync();

        await JourneyEvidence.CheckAsync(product, id);
        Assert.InRange(product.Restarts, 0, Phases - 1);
    }

    private async Task<ProductHost> StartAsync()
    {
        Assert.SkipUnless(FunctionsHost.IsInstalled, FunctionsHost.Missing);
        return await ProductHost.StartAsync(azurite.ConnectionString);
    }
}
