using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace AllianceAgreements.Azure.Archive;

/// <summary>
/// Puts legal holds on the archives of single agreements, and lifts them. While a hold is on, nobody can change or delete a file of the
/// archive, whatever its retention period. Doing either twice has the effect of doing it once.
/// </summary>
public sealed class ArchiveHolds
{
    private readonly BlobContainerClient _container;
    private readonly IAgreementRecord _record;

    internal ArchiveHolds(AzureStorage storage, IAgreementRecord record) =>
        (_container, _record) = (storage.Container(BlobArchive.ContainerName), record);

    /// <summary>Puts every file of an agreement's archive under a legal hold.</summary>
    public Task<ArchiveHoldResult> PutAsync(AgreementId agreement, CancellationToken cancellationToken) =>
        SetAsync(agreement, hold: true, cancellationToken);

    /// <summary>Lifts the legal hold from every file of an agreement's archive. Retention periods go on.</summary>
    public Task<ArchiveHoldResult> LiftAsync(AgreementId agreement, CancellationToken cancellationToken) =>
        SetAsync(agreement, hold: false, cancellationToken);

    private async Task<ArchiveHoldResult> SetAsync(AgreementId agreement, bool hold, CancellationToken cancellationToken)
    {
        var entries = await _record.ReadAsync(agreement, cancellationToken);
        if (entries.Select(entry => entry.Event).OfType<AgreementArchived>().LastOrDefault() is not { } archived)
        {
            return new ArchiveHoldResult.NoArchive();
        }

        var files = 0;
        try
        {
            await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{archived.Folder}/", cancellationToken))
            {
                await _container.GetBlobClient(blob.Name).SetLegalHoldAsync(hold, cancellationToken);
                files++;
            }
        }
        catch (RequestFailedException fault) when (ImmutabilityFault.Describe(fault) is { } reason)
        {
            return new ArchiveHoldResult.NotPossible(reason, files);
        }

        return files > 0 ? new ArchiveHoldResult.Done(archived.Folder, files) : new ArchiveHoldResult.NoArchive();
    }
}

/// <summary>What became of a hold.</summary>
public abstract record ArchiveHoldResult
{
    private ArchiveHoldResult()
    {
    }

    /// <summary>Every file has it, or no file has it any more.</summary>
    /// <param name="Folder">The archive.</param>
    /// <param name="Files">How many files.</param>
    public sealed record Done(string Folder, int Files) : ArchiveHoldResult;

    /// <summary>The agreement is not known, or not archived.</summary>
    public sealed record NoArchive : ArchiveHoldResult;

    /// <summary>The account or the rights of this process do not allow it.</summary>
    /// <param name="Reason">Why, and what to do about it.</param>
    /// <param name="Files">How many files were done before; repeat it for the rest.</param>
    public sealed record NotPossible(string Reason, int Files) : ArchiveHoldResult;
}
