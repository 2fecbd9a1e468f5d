using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Links;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Keys;

/// <summary>Says what is wrong with the options, and what would be right; never what a key is.</summary>
internal sealed class LinkKeyOptionsValidator(AzureStorage storage) : IValidateOptions<LinkKeyOptions>
{
    private static readonly string Right = $"the base64 of {LinkTokens.KeyBytes} random bytes (openssl rand -base64 {LinkTokens.KeyBytes}).";

    public ValidateOptionsResult Validate(string? name, LinkKeyOptions options)
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(options.Key))
        {
            if (!storage.IsDevelopment)
            {
                faults.Add($"{LinkKeyOptions.Section}:Key is missing: the secret that partner links are made with, {Right}");
            }
        }
        else if (!IsKey(options.Key))
        {
            faults.Add($"{LinkKeyOptions.Section}:Key must be {Right}");
        }

        faults.AddRange(options.PreviousKeys.Index()
            .Where(previous => !string.IsNullOrWhiteSpace(previous.Item) && !IsKey(previous.Item))
            .Select(previous => $"{LinkKeyOptions.Section}:PreviousKeys:{previous.Index} must be {Right}"));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsKey(string text)
    {
        Span<byte> key = stackalloc byte[LinkTokens.KeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == LinkTokens.KeyBytes;
    }
}
