using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Archive;

/// <summary>Says at the start what is wrong with the options, and what would be right.</summary>
internal sealed class ArchiveRetentionOptionsValidator : IValidateOptions<ArchiveRetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, ArchiveRetentionOptions options) =>
        options.Days is < 1 or > ArchiveRetentionOptions.MaximumDays
            ? ValidateOptionsResult.Fail($"{ArchiveRetentionOptions.Section}:Days must be 1 to {ArchiveRetentionOptions.MaximumDays}, or left out.")
        : options is { Lock: true, Days: null }
            ? ValidateOptionsResult.Fail(
                $"{ArchiveRetentionOptions.Section}:Lock locks a period for good: {ArchiveRetentionOptions.Section}:Days must say which.")
        : ValidateOptionsResult.Success;
}
