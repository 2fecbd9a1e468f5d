using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Contracts.Crashes;

internal sealed class CrashingRecord(IAgreementRecord inner, Action<string> reached) : IAgreementRecord
{
    public ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken)
    {
        reached("before read");
        return inner.ReadAsync(id, cancellationToken);
    }

    public async ValueTask<bool> TryAppendAsync(AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
    {
        var what = string.Join('+', entries.Select(entry => entry.Type));
        reached($"before append {what}");
        var appended = await inner.TryAppendAsync(id, entries, cancellationToken);
        reached($"after append {what}");
        return appended;
    }

    public IAsyncEnumerable<RecordHead> ListAsync(DateTimeOffset? changedSince, AgreementId? after, CancellationToken cancellationToken) =>
        inner.ListAsync(changedSince, after, cancellationToken);
}

internal sealed class CrashingIndex(IAgreementIndex inner, Action<string> reached) : IAgreementIndex
{
    public async ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken)
    {
        reached($"before index {summary.Status}");
        await inner.UpsertAsync(summary, cancellationToken);
    }

    public ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken) =>
        inner.QueryAsync(query, cancellationToken);

    public ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
        IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken) => inner.FindPositionsAsync(ids, cancellationToken);

    public ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken) => inner.RemoveAsync(id, cancellationToken);

    public IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);
}
