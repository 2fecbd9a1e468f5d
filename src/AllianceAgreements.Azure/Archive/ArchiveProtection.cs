using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Archive;

/// <summary>Puts retention and legal holds on the files of an archive, where the account allows it.</summary>
internal sealed class ArchiveProtection(IOptions<ArchiveRetentionOptions> options, TimeProvider time, ILogger<ArchiveProtection> logger)
{
    /// <summary>
    /// Protects files as the options say; doing so again prolongs. False when the account or the rights of this process do not allow it,
    /// which is logged once and leaves the files with what their container prescribes.
    /// </summary>
    public async Task<bool> ApplyAsync(string folder, IEnumerable<BlobClient> files, CancellationToken cancellationToken)
    {
        var retention = options.Value;
        try
        {
            foreach (var file in files)
            {
                if (retention.Days is { } days)
                {
                    await file.SetImmutabilityPolicyAsync(PolicyOf(days, retention.Lock), cancellationToken: cancellationToken);
                }

                if (retention.LegalHold)
                {
                    await file.SetLegalHoldAsync(hasLegalHold: true, cancellationToken);
                }
            }

            return true;
        }
        catch (RequestFailedException fault) when (ImmutabilityFault.Describe(fault) is { } reason)
        {
            logger.ArchiveNotProtected(folder, reason);
            return false;
        }
    }

    private BlobImmutabilityPolicy PolicyOf(int days, bool locked) => new()
    {
        ExpiresOn = time.GetUtcNow().AddDays(days),
        PolicyMode = locked ? BlobImmutabilityPolicyMode.Locked : BlobImmutabilityPolicyMode.Unlocked,
    };
}
