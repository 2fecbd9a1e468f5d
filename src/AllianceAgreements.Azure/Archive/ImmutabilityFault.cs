using Azure;

namespace AllianceAgreements.Azure.Archive;

/// <summary>Why the service did not take a retention period or a legal hold.</summary>
internal static class ImmutabilityFault
{
    /// <summary>
    /// The reason and what to do about it, in a sentence; null for a fault that passes, which is tried again like any other.
    /// </summary>
    public static string? Describe(RequestFailedException fault)
    {
        var code = fault.ErrorCode ?? $"HTTP {fault.Status}";
        return fault.Status switch
        {
            403 => $"This process may not set retention or holds ({code}): its identity needs the role Storage Blob Data Owner "
                + $"on the container '{BlobArchive.ContainerName}'.",
            501 or (>= 400 and < 500) => $"The storage account does not keep single blobs from being changed ({code}): "
                + $"that takes version-level immutability on the container '{BlobArchive.ContainerName}'.",
            _ => null,
        };
    }
}
