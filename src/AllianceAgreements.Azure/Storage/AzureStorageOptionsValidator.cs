using System.Text.RegularExpressions;
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

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z", RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();

    [GeneratedRegex(@"\A([a-z][a-z0-9]{0,19})?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();
}
