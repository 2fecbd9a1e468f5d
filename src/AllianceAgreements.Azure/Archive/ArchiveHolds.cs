using System.Collections.Concurrent;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Azure.Archive;

/// <summary>
/// Puts legal holds on the archives of single agreements, and lifts them; who did and why is in the record. While a hold is on, nobody can
/// change or delete a file of the archive, whatever its retention period. Doing either twice has the effect of doing it once.
/// </summary>
/// <remarks>
/// Files and record cannot be changed in one step. Whatever comes between the two, a process that ends or somebody who does the opposite, leaves
/// rather a file that is held without an entry than an entry that tells of a hold which is not on: that would be relied on. So a
/// hold is put on the files before it is on record, and lifted on record before it is off the files; and each looks again at what the other
/// may have changed. The next call of the same completes what was cut off.
/// </remarks>
public sealed class ArchiveHolds
{
    private const int RecordsAtOnce = 8;

    private readonly ArchiveHoldFiles _files;
    private readonly SignedInAccount _account;
    private readonly IAgreementRecord _record;
    private readonly AgreementRepository _agreements;

    internal ArchiveHolds(AzureStorage storage, IAgreementRecord record, AgreementRepository agreements) =>
        (_files, _account, _record, _agreements) = (new ArchiveHoldFiles(storage), new SignedInAccount(storage), record, agreements);

    /// <summary>Puts every file of an agreement's archive under a legal hold, and then says so in the record.</summary>
    /// <param name="agreement">Which agreement.</param>
    /// <param name="reason">Why, 1 to <see cref="LegalHoldRules.MaximumReason"/> characters.</param>
    /// <param name="actor">
    /// Who, with a name of 1 to <see cref="LegalHoldRules.MaximumName"/> characters. Their account is the one that signs in to the storage
    /// account, where one does.
    /// </param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    public async Task<ArchiveHoldResult> PutAsync(AgreementId agreement, string reason, Actor actor, CancellationToken cancellationToken)
    {
        var (archive, refused) = await FindArchiveAsync(agreement, state => LegalHoldRules.Put(state, reason, actor), cancellationToken);
        if (refused is not null)
        {
            return refused;
        }

        var folder = archive!.Folder;
        if (await _files.FindMissingAsync(folder, await _files.ListAsync(folder, cancellationToken), cancellationToken) is { } missing)
        {
            return new ArchiveHoldResult.Missing(folder, missing);
        }

        actor = await _account.NameAsync(actor, cancellationToken);
        if (await _files.SetAsync(folder, hold: true, cancellationToken) is { Refusal: { } refusal } partly)
        {
            return new ArchiveHoldResult.NotPossible(refusal, partly.Held, IsRecorded: false);
        }

        await _agreements.ExecuteAsync(agreement, actor, (latest, _) => LegalHoldRules.Put(latest, reason, actor), CancellationToken.None);

        // A lift that was recorded before may have gone on to take off what was put on above.
        var set = await _files.SetAsync(folder, hold: true, CancellationToken.None);
        var latest = await _agreements.GetAsync(agreement, CancellationToken.None);
        return set.Refusal is not null ? new ArchiveHoldResult.NotPossible(set.Refusal, set.Held, IsRecorded: true)
            : latest.LegalHolds.All(hold => hold.Reason != reason.Trim()) ? new ArchiveHoldResult.Overtaken(folder)
            : new ArchiveHoldResult.Done(folder, set.Files);
    }

    /// <summary>Says in the record that every legal hold is lifted, and then lifts it from every file of an agreement's archive. Retention periods go on.</summary>
    /// <inheritdoc cref="PutAsync"/>
    public async Task<ArchiveHoldResult> LiftAsync(AgreementId agreement, string reason, Actor actor, CancellationToken cancellationToken)
    {
        var (archive, refused) = await FindArchiveAsync(agreement, state => LegalHoldRules.Lift(state, reason, actor, isHeld: true), cancellationToken);
        if (refused is not null)
        {
            return refused;
        }

        // An archive that has lost a file for good must not be held for ever, so it is enough that there is one.
        var folder = archive!.Folder;
        var files = await _files.ListAsync(folder, cancellationToken);
        if (files.Count == 0)
        {
            return new ArchiveHoldResult.Missing(folder, ArchiveContents.FileName);
        }

        actor = await _account.NameAsync(actor, cancellationToken);
        var held = files.Find(ArchiveHoldFiles.IsHeld);
        if (held is not null && await _files.FindRefusalAsync(held, cancellationToken) is { } refusal)
        {
            return new ArchiveHoldResult.NotPossible(refusal, files.Count(ArchiveHoldFiles.IsHeld), IsRecorded: false);
        }

        await _agreements.ExecuteAsync(
            agreement, actor, (latest, _) => LegalHoldRules.Lift(latest, reason, actor, held is not null), CancellationToken.None);
        var set = await _files.SetAsync(folder, hold: false, cancellationToken);
        if (set.Refusal is not null)
        {
            return new ArchiveHoldResult.NotPossible(set.Refusal, set.Held, IsRecorded: true);
        }

        // Whoever put a hold meanwhile may have looked at the files before they were changed here.
        if ((await _agreements.GetAsync(agreement, CancellationToken.None)).LegalHolds.IsEmpty)
        {
            return new ArchiveHoldResult.Done(folder, set.Files);
        }

        set = await _files.SetAsync(folder, hold: true, CancellationToken.None);
        return set.Refusal is null
            ? new ArchiveHoldResult.Overtaken(folder)
            : new ArchiveHoldResult.NotPossible(set.Refusal, set.Held, IsRecorded: true);
    }

    /// <summary>Tells the holds on an agreement's archive; null when it is not known, or not archived.</summary>
    public async Task<ArchiveHoldStatus?> FindAsync(AgreementId agreement, CancellationToken cancellationToken) =>
        await _agreements.FindAsync(agreement, cancellationToken) is { Archive: not null } state ? await DescribeAsync(state, cancellationToken) : null;

    /// <summary>
    /// Tells every agreement that is under hold as the records say, and how much of it is. Each record is read once, since the index knows of
    /// no holds; files are listed of what is held only.
    /// </summary>
    public async Task<HeldAgreements> ListAsync(CancellationToken cancellationToken)
    {
        var (held, unreadable) = (new ConcurrentBag<HeldAgreement>(), new ConcurrentBag<AgreementId>());
        await Parallel.ForEachAsync(
            _record.ListAsync(changedSince: null, after: null, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = RecordsAtOnce, CancellationToken = cancellationToken },
            async (head, token) =>
            {
                try
                {
                    if (await _agreements.GetAsync(head.Id, token) is { LegalHolds.IsEmpty: false } state)
                    {
                        held.Add(new HeldAgreement(state.Id, state.Reference, await DescribeAsync(state, token)));
                    }
                }
                catch (InvalidDataException)
                {
                    unreadable.Add(head.Id);
                }
            });
        return new HeldAgreements(
            [.. held.OrderBy(agreement => agreement.Reference, StringComparer.Ordinal)],
            [.. unreadable.OrderBy(id => id.Value, StringComparer.Ordinal)]);
    }

    private async Task<ArchiveHoldStatus> DescribeAsync(AgreementState state, CancellationToken cancellationToken)
    {
        var folder = state.Archive!.Folder;
        var files = await _files.ListAsync(folder, cancellationToken);
        var missing = await _files.FindMissingAsync(folder, files, cancellationToken);
        return new ArchiveHoldStatus(folder, files.Count, files.Count(ArchiveHoldFiles.IsHeld), missing, state.LegalHolds);
    }

    /// <summary>The archive, or why nothing is done with it.</summary>
    private async Task<(AgreementArchived? Archive, ArchiveHoldResult? Refused)> FindArchiveAsync(
        AgreementId agreement, Func<AgreementState, Decision> decide, CancellationToken cancellationToken) =>
        await _agreements.FindAsync(agreement, cancellationToken) is not { } state
            ? (null, new ArchiveHoldResult.Refused("There is no such agreement."))
        : decide(state) is Decision.Refused refused
            ? (null, new ArchiveHoldResult.Refused(refused.Message))
        : (state.Archive, null);
}
