using Microsoft.Extensions.Options;

namespace AllianceAgreements.Functions;

/// <summary>What an installation must say of itself. In app settings, <c>Product__PublicAddress</c> and so on.</summary>
internal sealed class ProductOptions
{
    /// <summary>The configuration section these are read from.</summary>
    public const string Section = "Product";

    /// <summary>The address people reach the product at, as links in mails show it: absolute, https (http on a loopback host), ending in <c>/</c>.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The secret that partner links are signed with: 32 random bytes in base64, best from a key vault. A new one revokes every link.</summary>
    public string? LinkKey { get; set; }

    /// <summary>The bytes of <see cref="LinkKey"/>, once it is valid.</summary>
    public byte[] KeyBytes() => Convert.FromBase64String(LinkKey!);
}

/// <summary>Says at the start what is wrong with the options, and what would be right; never what the key is.</summary>
internal sealed class ProductOptionsValidator : IValidateOptions<ProductOptions>
{
    public ValidateOptionsResult Validate(string? name, ProductOptions options)
    {
        List<string> faults = [];
        if (options.PublicAddress is not { IsAbsoluteUri: true } address
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || !address.AbsolutePath.EndsWith('/'))
        {
            faults.Add($"{ProductOptions.Section}:PublicAddress must be the https address people reach the product at, ending in '/', such as https://agreements.example.org/.");
        }

        var key = new byte[Domain.Links.LinkTokens.KeyBytes + 1];
        if (!Convert.TryFromBase64String(options.LinkKey ?? "", key, out var length) || length != Domain.Links.LinkTokens.KeyBytes)
        {
            faults.Add($"{ProductOptions.Section}:LinkKey must be {Domain.Links.LinkTokens.KeyBytes} random bytes in base64 (openssl rand -base64 32), or a key vault reference to them.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
