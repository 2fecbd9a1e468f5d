using AllianceAgreements.Azure.Storage;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace AllianceAgreements.Azure.Archive;

/// <summary>The files of archives, and the legal holds on them.</summary>
internal sealed class ArchiveHoldFiles(AzureStorage storage)
{
    private readonly BlobContainerClient _container = storage.Container(BlobArchive.ContainerName);

    /// <summary>The files that an archive has in this account.</summary>
    public ValueTask<List<BlobItem>> ListAsync(string folder, CancellationToken cancellationToken) =>
        _container.GetBlobsAsync(BlobTraits.LegalHold, BlobStates.None, $"{folder}/", cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The first file that an archive must have and has not; null when it is whole.</summary>
    /// <param name="folder">The archive.</param>
    /// <param name="files">Its files, as listed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">What says which files it must have cannot be read.</exception>
    public async Task<string?> FindMissingAsync(string folder, IEnumerable<BlobItem> files, CancellationToken cancellationToken)
    {
        if (await _container.GetBlobClient($"{folder}/{ArchiveContents.FileName}").TryReadAsync(cancellationToken) is not { } seal)
        {
            return ArchiveContents.FileName;
        }

        var contents = ArchiveContents.Parse(seal.Content.ToMemory());
        var names = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return contents.Paths.FirstOrDefault(path => !names.Contains($"{folder}/{contents.FolderName}/{path}"));
    }

    /// <summary>Gives every file of an archive a hold, or none: those that are otherwise now.</summary>
    public async Task<HoldsSet> SetAsync(string folder, bool hold, CancellationToken cancellationToken)
    {
        var files = await ListAsync(folder, cancellationToken);
        var held = files.Count(IsHeld);
        foreach (var file in files.Where(file => IsHeld(file) != hold))
        {
            if (await TrySetAsync(file, hold, cancellationToken) is { } refusal)
            {
                return new HoldsSet(files.Count, held, refusal);
            }

            held += hold ? 1 : -1;
        }

        return new HoldsSet(files.Count, held, Refusal: null);
    }

    /// <summary>
    /// Why this process may not change a hold; null when it may. It asks for a hold that is on already, which takes the same right and
    /// changes nothing.
    /// </summary>
    public Task<string?> FindRefusalAsync(BlobItem held, CancellationToken cancellationToken) => TrySetAsync(held, hold: true, cancellationToken);

    public static bool IsHeld(BlobItem file) => file.Properties.HasLegalHold == true;

    private async Task<string?> TrySetAsync(BlobItem file, bool hold, CancellationToken cancellationToken)
    {
        try
        {
            await _container.GetBlobClient(file.Name).SetLegalHoldAsync(hold, cancellationToken);
            return null;
        }
        catch (RequestFailedException fault) when (ImmutabilityFault.Describe(fault) is { } refusal)
        {
            return refusal;
        }
    }
}

/// <summary>What became of the files.</summary>
/// <param name="Files">How many there are.</param>
/// <param name="Held">How many of them are held now.</param>
/// <param name="Refusal">Why the rest could not be changed; null when all were.</param>
internal sealed record HoldsSet(int Files, int Held, string? Refusal);
