using System.Security.Cryptography;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Links;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Keys;

/// <summary>Where the keys of partner links come from: configuration, or, with an emulator on this machine, a blob that is made once.</summary>
internal static class LinkKeys
{
    private const string BlobName = "link.key";

    /// <exception cref="OptionsValidationException">A key is missing or none.</exception>
    /// <exception cref="InvalidDataException">The blob holds none.</exception>
    public static LinkTokens Open(IOptions<LinkKeyOptions> options, AzureStorage storage)
    {
        var key = string.IsNullOrWhiteSpace(options.Value.Key)
            ? ReadOrCreate(storage.Container(BlobKeyRepository.ContainerName))
            : Convert.FromBase64String(options.Value.Key);
        return new LinkTokens(
            key, options.Value.PreviousKeys.Where(previous => !string.IsNullOrWhiteSpace(previous)).Select(Convert.FromBase64String));
    }

    private static byte[] ReadOrCreate(BlobContainerClient container)
    {
        // Asked for before the host starts, and so before the containers are looked after.
        container.CreateIfNotExists();
        var blob = container.GetBlobClient(BlobName);
        WriteOnce.TryCreate(blob, RandomNumberGenerator.GetBytes(LinkTokens.KeyBytes), "application/octet-stream");
        var key = blob.DownloadContent().Value.Content.ToArray();
        return key.Length == LinkTokens.KeyBytes
            ? key
            : throw new InvalidDataException(
                $"'{container.Name}/{BlobName}' holds {key.Length} bytes where a key of {LinkTokens.KeyBytes} should be. "
                + "Delete it, which revokes every link sent so far.");
    }
}
