using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Tests.Security;

public sealed class LogsTests
{
    [Fact]
    public async Task Requests_WithLinks_LeaveNoSecretInAnyLog()
    {
        await using var host = await WebHost.StartAsync(build: builder =>
        {
            // The most talkative host there can be.
            builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Trace);
            builder.Logging.AddFilter<CapturedLogs>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace);
        });
        var state = await host.AgreementInSigningAsync();
        var partner = host.PartnerOf(state.Id, "approver-1-1");
        var signatory = host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);
        await partner.OpenAsync();
        await partner.Browser.GetAsync($"{partner.Link}/document");
        await partner.Browser.RequestAsync(HttpMethod.Post, partner.Link, new FormUrlEncodedContent([]));
        await partner.Browser.RequestAsync(HttpMethod.Put, partner.Link);
        await partner.Browser.GetAsync($"{partner.Link}/nothing");
        await signatory.SignAsync();
        using var api = host.Api();
        await api.GetAsync("/api/agreements");

        string[] secrets = [partner.Link.Split('/')[^1], signatory.Link.Split('/')[^1]];
        Assert.NotEmpty(host.Logs.Lines);
        Assert.All(host.Logs.Lines, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
        Assert.Contains(host.Logs.Lines, line => line.Contains("GET /review/{id:agreement}/{token} answered 200", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_Inside_IsLoggedWithItsRouteAndShownWithoutInternals()
    {
        await using var host = await WebHost.StartAsync(replace: services =>
            services.AddSingleton<Domain.Ports.IAgreementIndex>(new BrokenIndex()));
        using var api = host.Api();
        using var legal = await host.Browse().SignInAsync("Auditor");

        var answer = await api.GetAsync("/api/agreements");
        var page = await legal.GetAsync("/dev/mail");

        ProblemAssert.Is(500, answer);
        Assert.DoesNotContain(BrokenIndex.Secret, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.Contains(host.Logs.Lines, line => line.Contains(BrokenIndex.Secret, StringComparison.Ordinal));
        Assert.Contains(host.Logs.Lines, line => line.Contains("GET /api/agreements answered 500", StringComparison.Ordinal));
        Assert.Equal(200, page.Status);
        var broken = await legal.RequestAsync(HttpMethod.Get, "/");
        Assert.Equal(500, broken.Status);
        Assert.Contains("Something went wrong on our side", broken.Text, StringComparison.Ordinal);
        Assert.Equal(503, (await legal.GetAsync("/health/ready")).Status);
        Assert.Equal(200, (await legal.GetAsync("/health/live")).Status);
    }

    private sealed class BrokenIndex : Domain.Ports.IAgreementIndex
    {
        public const string Secret = "the disk is full at /secret/place";

        public ValueTask UpsertAsync(Domain.Ports.AgreementSummary summary, CancellationToken cancellationToken) => throw new IOException(Secret);

        public ValueTask<Domain.Ports.AgreementPage> QueryAsync(Domain.Ports.AgreementQuery query, CancellationToken cancellationToken) => throw new IOException(Secret);

        public ValueTask<IReadOnlyDictionary<Domain.Record.AgreementId, long>> FindPositionsAsync(
            IReadOnlyCollection<Domain.Record.AgreementId> ids, CancellationToken cancellationToken) => throw new IOException(Secret);

        public ValueTask RemoveAsync(Domain.Record.AgreementId id, CancellationToken cancellationToken) => throw new IOException(Secret);

        public IAsyncEnumerable<Domain.Ports.RecordHead> ListAsync(CancellationToken cancellationToken) => throw new IOException(Secret);
    }
}
