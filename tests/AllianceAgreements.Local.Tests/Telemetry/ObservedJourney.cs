using AllianceAgreements.Contracts.Crashes;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Local.Demo;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Testing.Telemetry;
using AllianceAgreements.Web;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Xunit;

namespace AllianceAgreements.Local.Tests.Telemetry;

/// <summary>An agreement from request to archive, in a process that is stopped and started again while partners approve, and all that was exported of it.</summary>
public sealed class ObservedJourney : IAsyncLifetime
{
    /// <summary>The attribute of what is exported that tells the process before the restart from the one after.</summary>
    public const string Life = "test.life";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly string _address = ListeningAddress.FreeLoopback();
    private TaskCompletionSource _moved = NewSignal();

    public AgreementId Agreement { get; private set; }

    /// <summary>How many approvals and signatures partners gave.</summary>
    public int Decisions { get; private set; }

    /// <summary>What must not leave the process: tokens, names, addresses, the title.</summary>
    public HashSet<string> Secrets { get; } = [];

    internal OtlpReceiver Collector { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await using (var app = await StartAsync("first"))
        {
            Agreement = await StartAgreementAsync(app);
            var state = await UntilAsync(app, current => current.Latest.Round?.Approvers.TrueForAll(approver => approver.RequestedAt is not null) == true);
            await ApproveAsync(app, state.Latest.Round!.Approvers[0].Person);
            await StopAsync(app);
        }

        await using (var app = await StartAsync("second"))
        {
            var state = await UntilAsync(app, _ => true);
            foreach (var approver in state.Latest.Round!.Approvers.Skip(1))
            {
                await ApproveAsync(app, approver.Person);
            }

            await SignAsync(app);
            await app.Services.GetRequiredService<IOrchestrationClient>()
                .WaitForInstanceCompletionAsync(InstanceIds.Agreement(Agreement)).WaitAsync(Patience);
            await StopAsync(app);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Collector.DisposeAsync();
        _folder.Dispose();
    }

    private Task<WebApplication> StartAsync(string life) => LocalHost.StartAsync(
        new()
        {
            Data = _folder.Root,
            Urls = _address,
            LogLevel = LogLevel.Information,
            Telemetry = new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_RESOURCE_ATTRIBUTES"] = $"{Life}={life}",
            },
        },
        services => services.AddCrashPoints(_ => Interlocked.Exchange(ref _moved, NewSignal()).SetResult()));

    private static async Task StopAsync(WebApplication app)
    {
        // The engine takes its gauges with it when it stops.
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        await app.StopAsync();
    }

    private async Task<AgreementId> StartAgreementAsync(WebApplication app)
    {
        var token = (await File.ReadAllTextAsync(Path.Combine(_folder.Root, "legal.token"))).Trim();
        var terms = SampleRequests.Terms(SampleRequests.NorthAtlanticOncology);
        using var legal = new LegalApi(new Uri(_address + "/"), token);
        var (id, _) = await legal.StartAsync(terms.ToUtf8Json(), "journey-key", CancellationToken.None);
        var people = terms.Request.Parties.SelectMany(party => party.Approvers.Select(person => (person.Name, person.Email)).Append((party.Signatory.Name, party.Signatory.Email)));
        Secrets.UnionWith([token, "journey-key", terms.Request.Title, .. people.SelectMany(person => new[] { person.Name, person.Email })]);
        return AgreementId.Parse(id);
    }

    private async Task ApproveAsync(WebApplication app, Participant person)
    {
        using var partner = new Partner(person.Name, LinkOf(app, LinkPurpose.Review, person));
        await partner.ApproveAsync(CancellationToken.None);
        Decisions++;
    }

    private async Task SignAsync(WebApplication app)
    {
        while (true)
        {
            var state = await UntilAsync(app, current => current.Signing?.IsComplete == true
                || current.Signing?.Turn.Any(signatory => signatory.RequestedAt is not null) == true);
            if (state.Signing!.IsComplete)
            {
                return;
            }

            var next = state.Signing.Turn.First(signatory => signatory.RequestedAt is not null).Person;
            using var partner = new Partner(next.Name, LinkOf(app, LinkPurpose.Sign, next));
            await partner.SignAsync(CancellationToken.None);
            Decisions++;
        }
    }

    private Uri LinkOf(WebApplication app, LinkPurpose purpose, Participant person)
    {
        var token = app.Services.GetRequiredService<LinkTokens>().Create(Agreement, purpose, 1, person.Key);
        Secrets.Add(token);
        return new Uri(_address + (purpose == LinkPurpose.Review ? Routes.ToReview(Agreement, token) : Routes.ToSign(Agreement, token)));
    }

    /// <summary>Completes when the agreement is as expected; looks again whenever something was written.</summary>
    private async Task<AgreementState> UntilAsync(WebApplication app, Func<AgreementState, bool> expected)
    {
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            if (await app.Services.GetRequiredService<AgreementRepository>().FindAsync(Agreement, CancellationToken.None) is { } state && expected(state))
            {
                return state;
            }

            await moved.WaitAsync(Patience);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
