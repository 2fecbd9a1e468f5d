using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class AgreementServiceTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);
    private static readonly AgreementTerms Others = SampleRequests.Terms(SampleRequests.NorthAtlanticOncology);
    private static readonly Actor Legal = new(ActorKind.Legal, "Lee Legal");

    [Fact]
    public async Task Start_SameKeyAndTerms_StartsOneAgreement()
    {
        await using var world = await AgreementWorld.StartAsync();

        var first = await world.StartAgreementAsync(Terms, "key-1");
        var second = await world.StartAgreementAsync(Terms, "key-1");

        Assert.Equal(first.Id, second.Id);
        await world.UntilAllAskedAsync(first.Id);
        Assert.Equal(9, world.Mails.Count);
    }

    [Fact]
    public async Task Start_SameKeyOtherTerms_IsRefused()
    {
        await using var world = await AgreementWorld.StartAsync();
        await world.StartAgreementAsync(Terms, "key-1");

        var result = await world.Agreements.StartAsync(Others, "legal", "key-1", Legal, CancellationToken.None);

        Assert.IsType<StartResult.KeyReused>(result);
    }

    [Fact]
    public async Task Start_SameKeyAtTheSameTime_StartsOneAgreement()
    {
        await using var world = await AgreementWorld.StartAsync();

        var states = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.StartAgreementAsync(Terms, "key-1"))));

        Assert.Single(states.Select(state => state.Id).Distinct());
        Assert.Equal(1, (await world.Get<AgreementRepository>().ReadRecordAsync(states[0].Id, CancellationToken.None))
            .Count(entry => entry.Event is AgreementStarted));
    }

    [Fact]
    public async Task Start_FormWithoutTemplate_IsRejectedWithTheFormsThatHaveOne()
    {
        await using var world = await AgreementWorld.StartAsync();
        var terms = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.form = \"NonEquityAlliance\""));

        var result = await world.Agreements.StartAsync(terms, "legal", null, Legal, CancellationToken.None);

        var fault = Assert.Single(Assert.IsType<StartResult.Rejected>(result).Faults);
        Assert.Equal("$.form", fault.Path);
        Assert.Contains(nameof(AllianceForm.JointVenture), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_TemplateEditedLater_RevisionStillUsesThePinnedVersion()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        world.Drafting.Template = "second edition";
        await world.ReviseAsync(id, SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"Another\"")));
        var state = await world.UntilAllAskedAsync(id, revision: 2);

        var draft = await world.Get<IDocumentStore>().ReadAsync(
            DocumentFolder.ForRevision(id, 2), state.Latest.Draft!.Sha256, CancellationToken.None);
        Assert.StartsWith("first edition|", System.Text.Encoding.UTF8.GetString(draft), StringComparison.Ordinal);
        Assert.Equal(
            [new TemplateVersion("JointVenture.docx", new TemplateFile("", System.Text.Encoding.UTF8.GetBytes("first edition")).Sha256)],
            state.Templates);
    }

    [Fact]
    public async Task Revise_DraftingFailed_LegalCanMendIt()
    {
        await using var world = await AgreementWorld.StartAsync();
        world.Drafting.Undraftable.Add(Terms.Request.Title);
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var failed = await world.UntilStatusAsync(id, AgreementStatus.DraftingFailed);
        Assert.Contains("cannot be drafted", failed.Reason, StringComparison.Ordinal);

        await world.ReviseAsync(id, SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"Another\"")));
        var state = await world.UntilAllAskedAsync(id, revision: 2);

        Assert.Equal(AgreementStatus.InApproval, state.Status);
        Assert.Null(state.Reason);
    }

    [Fact]
    public async Task Revise_SameKeyTwice_MakesOneRevision()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        var revised = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"Another\""));

        await world.ReviseAsync(id, revised, "key-2");
        await world.UntilAllAskedAsync(id, revision: 2);
        var again = Assert.IsType<ReviseResult.Done>(await world.ReviseAsync(id, revised, "key-2"));

        Assert.IsType<Decision.NothingToDo>(again.Decision);
        Assert.Equal(2, (await world.ReadAsync(id)).Latest.Number);
    }

    [Fact]
    public async Task Revise_OtherParties_IsRejected()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        Assert.NotEmpty(Assert.IsType<ReviseResult.Rejected>(await world.ReviseAsync(id, Others)).Faults);
    }

    [Fact]
    public async Task Decide_ManyAtOnce_EachCountsOnce()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        var approvers = (await world.UntilAllAskedAsync(id)).Latest.Round!.Approvers;

        var decisions = await Task.WhenAll(approvers.Concat(approvers).Concat(approvers).Select(
            approver => Task.Run(() => world.DecideAsync(id, approver.Person.Key, ApprovalChoice.Approve))));

        Assert.Equal(approvers.Count, decisions.Count(decision => decision is Decision.Accepted));
        Assert.All(decisions, decision => Assert.IsNotType<Decision.Refused>(decision));
        await world.UntilStatusAsync(id, AgreementStatus.Signing);
        var entries = await world.Get<AgreementRepository>().ReadRecordAsync(id, CancellationToken.None);
        Assert.Equal(approvers.Count, entries.Count(entry => entry.Event is ApprovalGiven));
        Assert.Null(RecordChain.FindFault(entries.Select(entry => entry.Line)));
    }

    [Fact]
    public async Task Withdraw_WhileInApproval_EndsAndIsIdempotent()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);

        Assert.IsType<Decision.Accepted>(await world.WithdrawAsync(id));
        Assert.IsType<Decision.NothingToDo>(await world.WithdrawAsync(id));
        await world.UntilDoneAsync(id);

        Assert.Equal(9, world.Mails.Count(mail => mail.Category == "agreement-withdrawn"));
    }

    [Fact]
    public async Task Withdraw_CallerHangsUpOnceItIsRecorded_IsIndexedAndWoken()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        using var caller = new CancellationTokenSource();
        var agreements = new AgreementRepository(
            new HangUpAfterAppend(world.Get<IAgreementRecord>(), caller), world.Get<IAgreementIndex>(), world.Clock,
            NullLogger<AgreementRepository>.Instance);
        var service = new AgreementService(
            agreements, world.Get<AgreementWaker>(), world.Get<IDocumentStore>(), world.Drafting, world.Get<PinnedTemplates>(), world.Clock);

        await service.WithdrawAsync(id, "No longer needed.", Legal, caller.Token);
        await world.UntilDoneAsync(id);

        var page = await world.Get<IAgreementIndex>().QueryAsync(
            new AgreementQuery { Status = AgreementStatus.Withdrawn }, CancellationToken.None);
        Assert.Equal(id, Assert.Single(page.Items).Id);
    }

    [Fact]
    public async Task Commands_IndexIsAway_AreCarriedOutAndIndexedByTheSweep()
    {
        await using var world = await AgreementWorld.StartAsync();
        var service = new AgreementService(
            new AgreementRepository(world.Get<IAgreementRecord>(), new IndexThatIsAway(), world.Clock, NullLogger<AgreementRepository>.Instance),
            world.Get<AgreementWaker>(), world.Get<IDocumentStore>(), world.Drafting, world.Get<PinnedTemplates>(), world.Clock);

        var started = Assert.IsType<StartResult.Started>(await service.StartAsync(Terms, "legal", null, Legal, CancellationToken.None));
        var id = started.Agreement.Id;
        await world.UntilAllAskedAsync(id);
        var withdrawn = await service.WithdrawAsync(id, "No longer needed.", Legal, CancellationToken.None);
        Assert.IsType<Decision.Accepted>(withdrawn.Decision);
        await world.UntilDoneAsync(id);

        await world.Get<IndexRepair>().RepairRecentAsync(CancellationToken.None);
        var page = await world.Get<IAgreementIndex>().QueryAsync(new AgreementQuery { Status = AgreementStatus.Withdrawn }, CancellationToken.None);
        Assert.Equal(id, Assert.Single(page.Items).Id);
    }

    /// <summary>An index whose store cannot be reached.</summary>
    private sealed class IndexThatIsAway : IAgreementIndex
    {
        private static TimeoutException Fault => new("The store of the index does not answer.");

        public ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken) => throw Fault;

        public ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken) => throw Fault;

        public ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
            IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken) => throw Fault;

        public IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken) => throw Fault;

        public ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken) => throw Fault;
    }

    /// <summary>A record whose caller goes away at the moment the entry is durable.</summary>
    private sealed class HangUpAfterAppend(IAgreementRecord inner, CancellationTokenSource caller) : IAgreementRecord
    {
        public ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken) =>
            inner.ReadAsync(id, cancellationToken);

        public async ValueTask<bool> TryAppendAsync(
            AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
        {
            var appended = await inner.TryAppendAsync(id, entries, cancellationToken);
            await caller.CancelAsync();
            return appended;
        }

        public IAsyncEnumerable<RecordHead> ListAsync(DateTimeOffset? changedSince, AgreementId? after, CancellationToken cancellationToken) =>
            inner.ListAsync(changedSince, after, cancellationToken);
    }
}
