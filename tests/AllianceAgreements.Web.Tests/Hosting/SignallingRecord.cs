using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>A record that tells when it grew, so that tests wait for what they expect and never for time.</summary>
internal sealed class SignallingRecord(IAgreementRecord inner) : IAgreementRecord
{
    private TaskCompletionSource _grown = NewSignal();

    /// <summary>Completes at the next append to any record.</summary>
    public Task Grown => Volatile.Read(ref _grown).Task;

    public ValueTask<IReadOnlyList<RecordEntry>> ReadAsync(AgreementId id, CancellationToken cancellationToken) => inner.ReadAsync(id, cancellationToken);

    public IAsyncEnumerable<RecordHead> ListAsync(DateTimeOffset? changedSince, AgreementId? after, CancellationToken cancellationToken) =>
        inner.ListAsync(changedSince, after, cancellationToken);

    public async ValueTask<bool> TryAppendAsync(AgreementId id, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
    {
        var appended = await inner.TryAppendAsync(id, entries, cancellationToken);
        if (appended)
        {
            Interlocked.Exchange(ref _grown, NewSignal()).SetResult();
        }

        return appended;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
