using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace AllianceAgreements.Azure.Archive;

/// <summary>
/// Puts legal holds on the archives of single agreements, and lifts them; who did and why is in the record. While a hold is on, nobody can
/// change or delete a file of the archive, whatever its retention period. Doing either twice has the effect of doing it once.
/// </summary>
public sealed class ArchiveHolds
{
    private readonly BlobContainerClient _container;
    private readonly AgreementRepository _agreements;

    internal ArchiveHolds(AzureStorage storage, AgreementRepository agreements) =>
        (_container, _agreements) = (storage.Container(BlobArchive.ContainerName), agreements);

    /// <summary>Puts every file of an agreement's archive under a legal hold, and then says so in the record.</summary>
    /// <param name="agreement">Which agreement.</param>
    /// <param name="reason">Why, 1 to <see cref="LegalHoldRules.MaximumReason"/> characters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    public Task<ArchiveHoldResult> PutAsync(AgreementId agreement, string reason, Actor actor, CancellationToken cancellationToken) =>
        SetAsync(agreement, hold: true, actor, (state, _) => LegalHoldRules.Put(state, reason), cancellationToken);

    /// <summary>Lifts every legal hold from every file of an agreement's archive, and then says so in the record. Retention periods go on.</summary>
    /// <inheritdoc cref="PutAsync"/>
    public Task<ArchiveHoldResult> LiftAsync(AgreementId agreement, string reason, Actor actor, CancellationToken cancellationToken) =>
        SetAsync(agreement, hold: false, actor, (state, isHeld) => LegalHoldRules.Lift(state, reason, isHeld), cancellationToken);

    /// <summary>Tells the holds on an agreement's archive; null when it is not known, or not archived.</summary>
    public async Task<ArchiveHoldStatus?> FindAsync(AgreementId agreement, CancellationToken cancellationToken)
    {
        if (await _agreements.FindAsync(agreement, cancellationToken) is not { Archive: { } archive } state)
        {
            return null;
        }

        var files = await ListAsync(archive, cancellationToken).ToListAsync(cancellationToken);
        return new ArchiveHoldStatus(archive.Folder, files.Count, files.Count(IsHeld), state.LegalHolds);
    }

    private static bool IsHeld(BlobItem file) => file.Properties.HasLegalHold == true;

    private async Task<ArchiveHoldResult> SetAsync(
        AgreementId agreement, bool hold, Actor actor, Func<AgreementState, bool, Decision> decide, CancellationToken cancellationToken)
    {
        if (await _agreements.FindAsync(agreement, cancellationToken) is not { } state)
        {
            return new ArchiveHoldResult.Refused("There is no such agreement.");
        }

        if (decide(state, hold) is Decision.Refused refused)
        {
            return new ArchiveHoldResult.Refused(refused.Message);
        }

        var (files, wasHeld) = (0, false);
        try
        {
            await foreach (var file in ListAsync(state.Archive!, cancellationToken))
            {
                await _container.GetBlobClient(file.Name).SetLegalHoldAsync(hold, cancellationToken);
                files++;
                wasHeld |= IsHeld(file);
            }
        }
        catch (RequestFailedException fault) when (ImmutabilityFault.Describe(fault) is { } reason)
        {
            return new ArchiveHoldResult.NotPossible(reason, files);
        }

        // The files first: an entry that tells of a hold which is not on would be relied on. Whatever ends the process between the two, the
        // next call of the same completes it.
        await _agreements.ExecuteAsync(agreement, actor, (latest, _) => decide(latest, wasHeld), CancellationToken.None);
        return new ArchiveHoldResult.Done(state.Archive!.Folder, files);
    }

    private AsyncPageable<BlobItem> ListAsync(AgreementArchived archive, CancellationToken cancellationToken) =>
        _container.GetBlobsAsync(BlobTraits.LegalHold, BlobStates.None, $"{archive.Folder}/", cancellationToken);
}

/// <summary>What holds an archive.</summary>
/// <param name="Folder">The archive.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Held">How many of them are under legal hold.</param>
/// <param name="Recorded">The holds that the record tells of, the oldest first.</param>
public sealed record ArchiveHoldStatus(string Folder, int Files, int Held, IReadOnlyList<LegalHold> Recorded);

/// <summary>What became of a hold.</summary>
public abstract record ArchiveHoldResult
{
    private ArchiveHoldResult()
    {
    }

    /// <summary>Every file has it, or no file has it any more, and the record says so.</summary>
    /// <param name="Folder">The archive.</param>
    /// <param name="Files">How many files.</param>
    public sealed record Done(string Folder, int Files) : ArchiveHoldResult;

    /// <summary>The agreement is not known or not archived, or the reason is none; nothing is changed.</summary>
    /// <param name="Message">Which, for whoever asked.</param>
    public sealed record Refused(string Message) : ArchiveHoldResult;

    /// <summary>The account or the rights of this process do not allow it.</summary>
    /// <param name="Reason">Why, and what to do about it.</param>
    /// <param name="Files">How many files were done before; repeat it for the rest.</param>
    public sealed record NotPossible(string Reason, int Files) : ArchiveHoldResult;
}
