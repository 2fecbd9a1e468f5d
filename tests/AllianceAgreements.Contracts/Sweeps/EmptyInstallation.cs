using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceAgreements.Contracts.Sweeps;

/// <summary>What looks after agreements, over stores and an engine that have nothing in them, fail on demand, and tell what they are asked.</summary>
public sealed class EmptyInstallation : RefusingOrchestrations, IAgreementRecord, IAgreementIndex, ISweepCursor
{
    /// <summary>Every record was listed.</summary>
    public const string All = "all records";

    /// <summary>The records that changed lately were listed.</summary>
    public const string Recent = "recent records";

    /// <summary>It was asked where the last look at everything came to; <see cref="All"/> follows.</summary>
    public const string GoOn = "where to go on";

    /// <summary>It was asked what is due, be it since just now.</summary>
    public const string Interrupted = "what is due";

    /// <summary>It was asked what should have happened a while ago.</summary>
    public const string Overdue = "what is overdue";

    /// <summary>The instances that ended were listed.</summary>
    public const string Ended = "ended instances";

    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();
    private readonly TimeProvider _time;

    public EmptyInstallation(TimeProvider time)
    {
        _time = time;
        var agreements = new AgreementRepository(this, this, time, NullLogger<AgreementRepository>.Instance);
        Repair = new IndexRepair(this, this, agreements, this, time, NullLogger<IndexRepair>.Instance);
        Sweep = new AgreementSweep(this, agreements, new AgreementWaker(this), time, NullLogger<AgreementSweep>.Instance);
        Purge = new EndedOrchestrations(this, agreements, new(), time, NullLogger<EndedOrchestrations>.Instance);
    }

    public IndexRepair Repair { get; }

    public AgreementSweep Sweep { get; }

    public EndedOrchestrations Purge { get; }

    /// <summary>What cannot be answered, one of the constants; null when all can.</summary>
    public string? Failing { get; set; }

    /// <summary>What is asked next, as soon as it is.</summary>
    public ValueTask<string> NextAsync(CancellationToken cancellationToken) => _asked.Reader.ReadAsync(cancellationToken);

    /// <summary>What was asked until now and nobody has read.</summary>
    public IReadOnlyList<string> TakeAsked()
    {
        var asked = new List<string>();
        while (_asked.Reader.TryRead(out var next))
        {
            asked.Add(next);
        }

        return asked;
    }

    public async IAsyncEnumerable<RecordHead> ListAsync(
        DateTimeOffset? changedSince, AgreementId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await AnswerAsync(changedSince is null ? All : Recent);
        yield break;
    }

    public async ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken)
    {
        await AnswerAsync(query.DueBefore > _time.GetUtcNow() ? Interrupted : Overdue);
        return new AgreementPage([], null);
    }

    public async ValueTask<SweepPlace?> FindAsync(CancellationToken cancellationToken)
    {
        await AnswerAsync(GoOn);
        return null;
    }

    public ValueTask ClearAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override async Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default)
    {
        await AnswerAsync(Ended);
        return new OrchestrationPage([], null, InstanceOrder.ById);
    }

    public ValueTask SaveAsync(SweepPlace place, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> TryAppendAsync(AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
        IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    private ValueTask AnswerAsync(string question)
    {
        // Whoever reads the question may change what fails next.
        var isFailing = Failing == question;
        return !_asked.Writer.TryWrite(question) || isFailing ? throw new TaskCanceledException("The store gave no answer in time.") : ValueTask.CompletedTask;
    }
}
