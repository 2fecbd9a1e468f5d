using AllianceAgreements.Contracts.Crashes;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Embedded.Engine.Client;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AllianceAgreements.Workflows.Tests;

/// <summary>The workflows on the embedded engine and stores, in a folder of their own, with a clock that only moves when told to.</summary>
internal sealed class AgreementWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("agreements-").FullName;
    private ServiceProvider? _services;
    private TaskCompletionSource _committed = NewSignal();

    private AgreementWorld()
    {
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Addresses that mail cannot be handed over for.</summary>
    public HashSet<string> Bouncing { get; } = [];

    /// <summary>Addresses that the mail service does not take.</summary>
    public HashSet<string> Refused { get; } = [];

    public FakeDrafting Drafting { get; } = new();

    public FakeRedliner Redlining { get; } = new();

    public AgreementService Agreements => Get<AgreementService>();

    public IOrchestrationClient Orchestrations => Get<IOrchestrationClient>();

    public IReadOnlyList<DroppedMail> Mails => [.. Get<MailDrop>().NewestFirst().Reverse()];

    /// <summary>Called at every crash point, of the engine and of the ports, on the thread that reached it, by a host that is started from now on.</summary>
    public Action<string> OnCrashPoint { get; set; } = _ => { };

    private ServiceProvider Services => _services ?? throw new InvalidOperationException("The host is not running.");

    public static async Task<AgreementWorld> StartAsync()
    {
        var world = new AgreementWorld();
        await world.StartHostAsync();
        return world;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A port as it is without its crash points.</summary>
    public T GetUnwrapped<T>()
        where T : notnull => Services.GetRequiredKeyedService<T>(CrashPorts.Inner);

    public async Task StartHostAsync()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ICrashPoints>(new CrashPoints(this, OnCrashPoint))
            .AddSingleton<ITemplateSource>(Drafting)
            .AddSingleton<IDrafter>(Drafting)
            .AddSingleton<IRedliner>(Redlining)
            .AddEmbeddedStores(options => options.DataFolder = _folder)
            .Replace(ServiceDescriptor.Singleton<IMailer>(services => new BouncingMailer(ActivatorUtilities.CreateInstance<FolderMailDrop>(services), Bouncing, Refused)))
            .AddSingleton(new LegalContact("Legal team", "legal@example.org"))
            .AddEmbeddedEngine(options => options.DataFolder = _folder)
            .AddAgreementWorkflows()
            .AddCrashPoints(OnCrashPoint)
            .BuildServiceProvider();
        Get<PublicAddress>().BaseUri = new Uri("https://agreements.example/");
        foreach (var service in Services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async Task StopHostAsync()
    {
        foreach (var service in Services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await Services.DisposeAsync();
        _services = null;
    }

    public async Task RestartHostAsync()
    {
        await StopHostAsync();
        await StartHostAsync();
    }

    /// <summary>Stops the host, and starts it with an engine that remembers nothing.</summary>
    public async Task ForgetOrchestrationsAsync()
    {
        await StopHostAsync();
        foreach (var file in Directory.EnumerateFiles(_folder, "orchestrations.db*"))
        {
            File.Delete(file);
        }

        await StartHostAsync();
    }

    public async Task<AgreementState> StartAgreementAsync(AgreementTerms terms, string? key = null)
    {
        var result = await Agreements.StartAsync(terms, "legal", key, new Actor(ActorKind.Legal, "Lee Legal"), CancellationToken.None);
        return Assert.IsType<StartResult.Started>(result).Agreement;
    }

    public ValueTask<AgreementState> ReadAsync(AgreementId id) => Get<AgreementRepository>().GetAsync(id, CancellationToken.None);

    public async Task<Decision> DecideAsync(AgreementId id, string approver, ApprovalChoice choice, string? comment = null)
    {
        var round = (await ReadAsync(id)).Latest.Round!;
        var result = await Agreements.DecideAsync(
            id, new ApprovalDecision(round.Revision, approver, choice, round.DocumentSha256, "Pat Partner", comment, "192.0.2.1"), CancellationToken.None);
        return result.Decision;
    }

    public async Task ApproveAllAsync(AgreementId id, int revision = 1)
    {
        foreach (var approver in (await UntilAllAskedAsync(id, revision)).Latest.Round!.Approvers)
        {
            Assert.IsType<Decision.Accepted>(await DecideAsync(id, approver.Person.Key, ApprovalChoice.Approve));
        }
    }

    public async Task<Decision> SignAsync(AgreementId id, string signatory, string content = "signed copy")
    {
        var result = await Agreements.SignAsync(
            id,
            new SignedCopyUpload(signatory, UploadKind.Pdf, System.Text.Encoding.UTF8.GetBytes($"{content} by {signatory}"), "Sam Signatory", null),
            CancellationToken.None);
        return result.Decision;
    }

    public async Task<Decision> WithdrawAsync(AgreementId id, string reason = "No longer needed.") =>
        (await Agreements.WithdrawAsync(id, reason, new Actor(ActorKind.Legal, "Lee Legal"), CancellationToken.None)).Decision;

    public async Task<ReviseResult> ReviseAsync(AgreementId id, AgreementTerms terms, string? key = null) =>
        await Agreements.ReviseAsync(id, terms, "legal", key, new Actor(ActorKind.Legal, "Lee Legal"), CancellationToken.None);

    /// <summary>The archive of an agreement, as it lies on disk.</summary>
    public IArchiveFiles ArchiveOf(AgreementState state) => new ArchiveDirectory(Path.Combine(_folder, "archive", state.Archive!.Folder));

    /// <summary>Completes when a round of the newest revision is open and every approver of it has been asked.</summary>
    public Task<AgreementState> UntilAllAskedAsync(AgreementId id, int revision = 1) => UntilAsync(
        id, state => state.FindRevision(revision)?.Round?.Approvers.TrueForAll(approver => approver.RequestedAt is not null) == true);

    public Task<AgreementState> UntilStatusAsync(AgreementId id, AgreementStatus status) => UntilAsync(id, state => state.Status == status);

    /// <summary>Completes when the agreement is as expected.</summary>
    public Task<AgreementState> UntilAsync(AgreementId id, Func<AgreementState, bool> expected) => UntilAsync(
        async () => await ReadAsync(id), expected, state => $"the agreement is {state.Status} at entry {state.Head.Position} ({state.Head.Type})");

    /// <summary>Completes when an orchestration has been woken so often, and has nothing to do before its timer is due or it is woken again.</summary>
    public Task<StoredHistory> UntilWaitingAsync(string instanceId, int woken = 0) => UntilAsync(
        () => Get<IStoredHistories>().GetAsync(instanceId),
        history => history.Events[^1].Type == HistoryEventType.TimerCreated
            && history.Events.Count(e => e.Type == HistoryEventType.EventRaised) >= woken,
        history => $"the last event of {instanceId} is {history.Events[^1].Type}");

    /// <summary>Completes at the engine's next commit, or soon after when there is none.</summary>
    public Task NextCommitAsync() => Task.WhenAny(Volatile.Read(ref _committed).Task, Task.Delay(TimeSpan.FromMilliseconds(20)));

    /// <summary>Completes when the agreement's orchestration has ended.</summary>
    public Task<OrchestrationMetadata> UntilDoneAsync(AgreementId id) =>
        Orchestrations.WaitForInstanceCompletionAsync(id.Value).WaitAsync(Patience);

    /// <summary>Completes when nothing is left to do until somebody acts or time passes; fails when the engine does.</summary>
    public async Task UntilIdleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = Volatile.Read(ref _committed).Task;
            if (IsIdle())
            {
                return;
            }

            await await Task.WhenAny(next, Get<EmbeddedEngine>().Ended).WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await StopHostAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private bool IsIdle()
    {
        using var connection = Get<EmbeddedEngine>().Database.OpenForReading();
        using var pending = new Statement(
            connection,
            "SELECT EXISTS (SELECT 1 FROM ready) OR EXISTS (SELECT 1 FROM activities) OR EXISTS (SELECT 1 FROM timers WHERE fire_at <= $1)",
            1);
        return !pending.Single(row => row.GetBoolean(0), Clock.GetUtcNow().UtcTicks);
    }

    /// <summary>Looks again after every commit of the engine, as nothing changes between two.</summary>
    private async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> expected, Func<T, string> describe)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = Volatile.Read(ref _committed).Task;
            var found = await look();
            if (expected(found))
            {
                return found;
            }

            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Waited in vain; {describe(found)}.");
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class CrashPoints(AgreementWorld world, Action<string> reached) : ICrashPoints
    {
        public void Reached(CrashPoint point, string subject)
        {
            reached($"{point} {subject}");
            if (point == CrashPoint.AfterCommit)
            {
                Interlocked.Exchange(ref world._committed, NewSignal()).SetResult();
            }
        }
    }
}
