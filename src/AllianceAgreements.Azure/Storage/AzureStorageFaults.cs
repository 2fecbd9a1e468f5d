using System.Net;
using Azure;
using Azure.Identity;

namespace AllianceAgreements.Azure.Storage;

/// <summary>Says why a storage account cannot be worked with, in words for whoever named it.</summary>
public static class AzureStorageFaults
{
    /// <summary>
    /// The built-in role with every right that the stores need. Storage Blob Data Contributor has not: with it, documents and
    /// archives are written without index tags, with a warning, and retention and holds cannot be set. The role that the templates in infra/modules/roles.bicep define may do just what is needed.
    /// </summary>
    public const string BlobRole = "Storage Blob Data Owner";

    /// <summary>The message; null when the fault is no such.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="account">What the account is called in the message.</param>
    public static string? Describe(Exception fault, string account) => fault switch
    {
        AuthenticationFailedException =>
            $"Signing in to Azure failed, so the storage account '{account}' cannot be opened. Sign in with 'az login', give the process a managed identity, or give a connection string. {FirstLine(fault)}",
        RequestFailedException { Status: (int)HttpStatusCode.Forbidden or (int)HttpStatusCode.Unauthorized } refused =>
            $"The storage account '{account}' refuses access ({refused.ErrorCode ?? FirstLine(refused)}). With a connection string, check its key; otherwise give whoever signs in the roles {BlobRole} and Storage Table Data Contributor.",
        RequestFailedException { Status: > 0 } failed =>
            $"The storage account '{account}' answered {failed.Status} {failed.ErrorCode ?? FirstLine(failed)}.",
        RequestFailedException or AggregateException { InnerException: RequestFailedException } =>
            $"The storage account '{account}' cannot be reached: {FirstLine(fault.GetBaseException())} Check its name and the network.",
        InvalidOperationException { InnerException: RequestFailedException } => fault.Message,
        _ => null,
    };

    private static string FirstLine(Exception fault)
    {
        var line = fault.Message.Split('\n', 2)[0].Trim();
        return line.EndsWith('.') ? line : $"{line}.";
    }
}
