namespace AllianceAgreements.Web;

/// <summary>How the pages and the API run.</summary>
public sealed class WebOptions
{
    /// <summary>The largest request body the API and the page forms take, in bytes: 1 MiB. Files are bounded by <see cref="Domain.Ports.IUploadInspector.MaximumBytes"/>.</summary>
    public const int MaximumBodyBytes = 1 << 20;

    /// <summary>The most <see cref="TrustedProxies"/> can be.</summary>
    public const int MaximumTrustedProxies = 10;

    /// <summary>
    /// Whether anybody on this machine may sign in as legal, administrator or auditor. Default: false. The page exists on loopback
    /// connections only; never enable it behind a proxy, which makes every connection look local.
    /// </summary>
    public bool DevelopmentSignIn { get; set; }

    /// <summary>Whether the page exists that shows what was mailed, on loopback connections only. Default: false. Needs an <see cref="Pages.Local.IMailViewer"/>.</summary>
    public bool MailPage { get; set; }

    /// <summary>The authentication scheme of the pages. Default: the session cookie of the development sign-in.</summary>
    public string PageScheme { get; set; } = Auth.AccessSchemes.Session;

    /// <summary>The authentication scheme of the API. Default: bearer tokens, by <see cref="Auth.IAccessTokens"/>.</summary>
    public string ApiScheme { get; set; } = Auth.AccessSchemes.Bearer;

    /// <summary>Whether the platform said that it authenticates requests before they come here.</summary>
    internal bool IsBehindAppServiceAuthentication { get; private set; }

    /// <summary>Whether callers on this machine say themselves who they are, as the platform would.</summary>
    internal bool TakesPrincipalsOfThisMachine { get; private set; }

    /// <summary>
    /// Where people reach the product when front ends stand between (scheme and host, nothing after them): redirects, the Secure attribute of cookies
    /// and the check of where a request comes from go by it, whatever the request itself says. Default: null, what the request says.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Whether <see cref="PublicAddress"/> may be this: absolute, http or https, with nothing after the host and nobody before it.</summary>
    public static bool CanBePublicAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri && address.Scheme is ("http" or "https")
            && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
    }

    /// <summary>
    /// How many proxies stand in front that each add the address they saw to <c>X-Forwarded-For</c>, 0 to <see cref="MaximumTrustedProxies"/>. Default: 0, the header is not read.
    /// Rate limits and the addresses in the record go by it; more than there are lets visitors choose the address they are taken for.
    /// </summary>
    public int TrustedProxies { get; set; }

    /// <summary>How much one client may ask for.</summary>
    public RateLimits RateLimits { get; } = new();

    /// <summary>
    /// Lets staff in by App Service Authentication with Microsoft Entra ID, in pages and API: the platform puts the caller's claims in front, and
    /// the app roles Legal, Administrator and Auditor are what they may do. Requests without an account must be let through to the app
    /// ("Allow unauthenticated access"), which decides by route.
    /// </summary>
    /// <param name="websiteAuthEnabled">
    /// The environment variable <c>WEBSITE_AUTH_ENABLED</c>, which App Service sets where its authentication is on, and thus removes the claims
    /// that visitors make up (learn.microsoft.com/azure/app-service/reference-app-settings).
    /// </param>
    /// <exception cref="InvalidOperationException">It is not on, so anybody could say who they are.</exception>
    public void UseAppServiceAuthentication(string? websiteAuthEnabled)
    {
        if (!string.Equals(websiteAuthEnabled, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                "App Service Authentication is not on here: the platform did not set WEBSITE_AUTH_ENABLED to True. "
                + "Turn authentication on for the app (Microsoft Entra ID, unauthenticated requests allowed), or choose another sign-in.");
        }

        IsBehindAppServiceAuthentication = true;
        PageScheme = Auth.AccessSchemes.AppService;
        ApiScheme = Auth.AccessSchemes.AppService;
    }

    /// <summary>
    /// Stands in for App Service Authentication while a developer tries the product on one machine: whoever is on this machine says in the
    /// platform's header who they are and what they may do. The header of everybody else is taken away: of connections that are not loopback,
    /// that name another host, or that a proxy handed on. Goes with no <see cref="TrustedProxies"/>, and a <see cref="PublicAddress"/> that is
    /// a loopback host or none.
    /// </summary>
    public void UsePrincipalsOfThisMachine()
    {
        TakesPrincipalsOfThisMachine = true;
        PageScheme = Auth.AccessSchemes.AppService;
        ApiScheme = Auth.AccessSchemes.AppService;
    }
}

/// <summary>
/// How many requests a minute are taken before 429 is answered. Windows slide in steps of ten seconds. An address is an IPv4 address or an
/// IPv6 /64. Lower limits slow down whoever shares an address, such as a hospital behind one proxy.
/// </summary>
public sealed class RateLimits
{
    /// <summary>API requests an address. Default: 12,000.</summary>
    public int Api { get; set; } = 12_000;

    /// <summary>Requests of partner pages and forms an address. Default: 1,200.</summary>
    public int PartnersByAddress { get; set; } = 1_200;

    /// <summary>Forms sent with one partner link. Default: 30.</summary>
    public int FormsByLink { get; set; } = 30;

    /// <summary>Posts of the mail service's events an address. Default: 1,200; each can hold hundreds of events.</summary>
    public int Hooks { get; set; } = 1_200;

    /// <summary>Requests of every other page an address. Default: 3,000.</summary>
    public int Pages { get; set; } = 3_000;
}
