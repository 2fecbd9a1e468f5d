namespace AllianceAgreements.Web;

/// <summary>How the pages and the API run.</summary>
public sealed class WebOptions
{
    /// <summary>The largest request body the API and the page forms take, in bytes: 1 MiB. Files are bounded by <see cref="Domain.Ports.IUploadInspector.MaximumBytes"/>.</summary>
    public const int MaximumBodyBytes = 1 << 20;

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

    /// <summary>How much one client may ask for.</summary>
    public RateLimits RateLimits { get; } = new();
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

    /// <summary>Requests of every other page an address. Default: 3,000.</summary>
    public int Pages { get; set; } = 3_000;
}
