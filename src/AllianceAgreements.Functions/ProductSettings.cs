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
        DevelopmentSignIn = ReadSignIn(configuration["Product:DevelopmentSignIn"]);
        CheckSignIn(configuration);
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

    /// <summary>
    /// <c>Product:DevelopmentSignIn</c>: whether anybody on this machine may say in the header of App Service Authentication who they are, and
    /// nobody elsewhere. Default: false. On the platform, the app refuses to start with it.
    /// </summary>
    public bool DevelopmentSignIn { get; }

    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message names it and says what would be right.</exception>
    public static ProductSettings Read(IConfiguration configuration) => new(configuration);

    private Uri ReadAddress(string? value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && WebOptions.CanBePublicAddress(address)
            && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
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

    private bool ReadSignIn(string? value)
    {
        if (value is null)
        {
            return false;
        }

        if (bool.TryParse(value, out var isOn))
        {
            return isOn;
        }

        _faults.Add("Product:DevelopmentSignIn must be true or false: whether callers on this machine say themselves who they are.");
        return false;
    }

    private void CheckSignIn(IConfiguration configuration)
    {
        if (DevelopmentSignIn && AppService.MayBeThere(configuration))
        {
            _faults.Add(
                $"Product:DevelopmentSignIn must be left out here: this is App Service, or {AppService.AuthenticationEnabled} is set. "
                + "It is for one developer's machine; in Azure, turn on App Service Authentication.");
        }

        if (DevelopmentSignIn && TrustedProxies > 0)
        {
            _faults.Add("Product:TrustedProxies must be 0 with Product:DevelopmentSignIn, which believes nobody who comes through a proxy.");
        }

        if (DevelopmentSignIn && !PublicAddress.IsLoopback)
        {
            _faults.Add("Product:PublicAddress must be on this machine with Product:DevelopmentSignIn, such as http://localhost:7071/.");
        }

        if (!DevelopmentSignIn && !AppService.IsThere(configuration))
        {
            _faults.Add(
                $"{AppService.AuthenticationEnabled} must be set by App Service alone, and this is not App Service: {AppService.SiteName} and the instance's name are "
                + "missing. On a developer's machine, leave it out and set Product:DevelopmentSignIn to true.");
        }
    }
}
