using AllianceAgreements.Web;
using Microsoft.Extensions.Configuration;

namespace AllianceAgreements.Functions;

/// <summary>What an installation must say of itself, beside what its adapters ask for; in app settings with <c>__</c> for each colon.</summary>
internal sealed class ProductSettings
{
    private readonly List<string> _faults = [];

    private ProductSettings(IConfiguration configuration)
    {
        PublicAddress = ReadAddress(configuration["Product:PublicAddress"]);
        TrustedProxies = ReadProxies(configuration["Product:TrustedProxies"]);
        if (_faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, _faults));
        }
    }

    /// <summary><c>Product:PublicAddress</c>: the address people reach the product at, as links in mails show it; https (http on a loopback host), nothing after the host.</summary>
    public Uri PublicAddress { get; }

    /// <summary>
    /// <c>Product:TrustedProxies</c>: how many proxies in front add to <c>X-Forwarded-For</c> the address they saw. Default: 1, App Service's own.
    /// Raise it by one for each further one, such as Azure Front Door; 0 on a developer's machine.
    /// </summary>
    public int TrustedProxies { get; }

    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message names it and says what would be right.</exception>
    public static ProductSettings Read(IConfiguration configuration) => new(configuration);

    private Uri ReadAddress(string? value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0)
        {
            return address;
        }

        _faults.Add("Product:PublicAddress must be the https address people reach the product at, with nothing after the host, such as https://agreements.example.org/.");
        return new Uri("https://invalid/");
    }

    private int ReadProxies(string? value)
    {
        if (value is null)
        {
            return 1;
        }

        if (int.TryParse(value, out var proxies) && proxies is >= 0 and <= WebOptions.MaximumTrustedProxies)
        {
            return proxies;
        }

        _faults.Add($"Product:TrustedProxies must be a number from 0 to {WebOptions.MaximumTrustedProxies}: how many proxies in front add to X-Forwarded-For.");
        return 0;
    }
}
