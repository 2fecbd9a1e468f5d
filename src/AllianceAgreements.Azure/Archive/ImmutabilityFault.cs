using Azure;
using Azure.Storage.Blobs.Models;

namespace AllianceAgreements.Azure.Archive;

/// <summary>Why the service did not take a retention period or a legal hold.</summary>
internal static class ImmutabilityFault
{
    // Not in the SDK's list. What an account answers that lacks a feature altogether, for instance one with a hierarchical namespace.
    private const string FeatureNotSupported = "FeatureNotSupportedForAccount";

    /// <summary>
    /// The reason and what to do about it, in a sentence, when it lies in the account or in the rights of this process. Null for every
    /// other fault: one that passes (a lease, a condition, a time limit, too many requests) must be tried again, or the files would be left
    /// without protection for good.
    /// </summary>
    /// <remarks>
    /// The service documents no error code for a container without version-level immutability. It calls the request wrong (400), which ours
    /// is in no other way: days and modes are checked when the options are read.
    /// </remarks>
    public static string? Describe(RequestFailedException fault)
    {
        var code = fault.ErrorCode ?? $"HTTP {fault.Status}";
        return fault.Status switch
        {
            403 when fault.ErrorCode != BlobErrorCode.AuthenticationFailed =>
                $"This process may not set retention or holds ({code}): its identity needs the role Storage Blob Data Owner "
                + $"on the container '{BlobArchive.ContainerName}'.",
            400 or 405 or 501 => NotSupported(code),
            409 when fault.ErrorCode == FeatureNotSupported => NotSupported(code),
            _ => null,
        };
    }

    private static string NotSupported(string code) =>
        $"The storage account does not keep single blobs from being changed ({code}): "
        + $"that takes version-level immutability on the container '{BlobArchive.ContainerName}'.";
}
