using AllianceAgreements.Domain.Links;
using Microsoft.Extensions.Configuration;

namespace AllianceAgreements.Functions;

/// <summary>What an installation must say of itself: the section <c>Product</c>, in app settings <c>Product__PublicAddress</c> and <c>Product__LinkKey</c>.</summary>
internal sealed class ProductOptions
{
    private const string Section = "Product";

    private ProductOptions(Uri publicAddress, byte[] linkKey) => (PublicAddress, LinkKey) = (publicAddress, linkKey);

    /// <summary>The address people reach the product at, as links in mails show it: https (http on a loopback host), nothing after the host.</summary>
    public Uri PublicAddress { get; }

    /// <summary>The secret that partner links are signed with: 32 random bytes, best from a key vault. A new one revokes every link.</summary>
    public byte[] LinkKey { get; }

    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message names it and says what would be right, but never what the key is.</exception>
    public static ProductOptions Read(IConfiguration configuration)
    {
        List<string> faults = [];
        if (!Uri.TryCreate(configuration[$"{Section}:PublicAddress"], UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || address.PathAndQuery != "/" || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            faults.Add($"{Section}:PublicAddress must be the https address people reach the product at, with nothing after the host, such as https://agreements.example.org/.");
        }

        var key = new byte[LinkTokens.KeyBytes + 1];
        if (!Convert.TryFromBase64String(configuration[$"{Section}:LinkKey"] ?? "", key, out var length) || length != LinkTokens.KeyBytes)
        {
            faults.Add($"{Section}:LinkKey must be {LinkTokens.KeyBytes} random bytes in base64 (openssl rand -base64 {LinkTokens.KeyBytes}), or a key vault reference to them.");
        }

        return faults.Count == 0
            ? new ProductOptions(address!, key[..LinkTokens.KeyBytes])
            : throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }
}
