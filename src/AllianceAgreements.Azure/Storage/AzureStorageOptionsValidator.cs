using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Storage;

/// <summary>Says at the start what is wrong with the options, and what would be right.</summary>
internal sealed partial class AzureStorageOptionsValidator : IValidateOptions<AzureStorageOptions>
{
    public ValidateOptionsResult Validate(string? name, AzureStorageOptions options)
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(options.ConnectionString) == string.IsNullOrWhiteSpace(options.AccountName))
        {
            faults.Add($"{AzureStorageOptions.Section}:AccountName or {AzureStorageOptions.Section}:ConnectionString must be set, one of the two.");
        }

        if (!string.IsNullOrWhiteSpace(options.AccountName) && !AccountName().IsMatch(options.AccountName))
        {
            faults.Add($"{AzureStorageOptions.Section}:AccountName must be 3 to 24 lowercase letters and digits, the account's name alone.");
        }

        if (!string.IsNullOrWhiteSpace(options.ConnectionString) && FaultOf(options.ConnectionString) is { } fault)
        {
            faults.Add(
                $"{AzureStorageOptions.Section}:ConnectionString must be that of a storage account, such as 'DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net'. {fault}");
        }

        if (!Prefix().IsMatch(options.NamePrefix))
        {
            faults.Add($"{AzureStorageOptions.Section}:NamePrefix must be up to 20 lowercase letters and digits, a letter first.");
        }

        if (options.RecordBlocksPerSegment is < 1 or > AzureStorageOptions.MaximumBlocksPerSegment)
        {
            faults.Add($"{AzureStorageOptions.Section}:RecordBlocksPerSegment must be 1 to {AzureStorageOptions.MaximumBlocksPerSegment}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // What the SDK says names the settings it looks for, and none of their values.
    private static string? FaultOf(string connectionString)
    {
        try
        {
            _ = new BlobServiceClient(connectionString);
            _ = new TableServiceClient(connectionString);
            return null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            return exception.Message;
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z", RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();

    [GeneratedRegex(@"\A([a-z][a-z0-9]{0,19})?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();
}
