using AllianceAgreements.Domain.Links;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>The key that partner links are made with, in <c>link.key</c>. Deleting the file revokes every link.</summary>
internal static class FileLinkKey
{
    /// <exception cref="InvalidDataException">The file holds no key.</exception>
    public static LinkTokens Open(DataFolder folder, StagingFolder staging)
    {
        var key = SecretFile.ReadOrCreate(folder.LinkKey, staging, SecretFile.NewKey);
        return key.Length == LinkTokens.KeyBytes
            ? new LinkTokens(key)
            : throw new InvalidDataException(
                $"'{folder.LinkKey}' holds {key.Length} bytes where a key of {LinkTokens.KeyBytes} should be. Restore it; or delete it, which revokes every link sent so far.");
    }
}
