using AllianceAgreements.Web.Auth;

namespace AllianceAgreements.Web;

/// <summary>What options must not be, together or alone.</summary>
internal static class WebOptionsRules
{
    /// <exception cref="InvalidOperationException">They would let in who must not be, or cannot work; the message says what would be right.</exception>
    public static void Check(WebOptions options)
    {
        if ((options.PageScheme == AccessSchemes.AppService || options.ApiScheme == AccessSchemes.AppService)
            && !options.IsBehindAppServiceAuthentication && !options.TakesPrincipalsOfThisMachine)
        {
            throw new InvalidOperationException(
                $"The scheme '{AccessSchemes.AppService}' believes a header that only App Service Authentication may set. "
                + $"Choose it with {nameof(WebOptions)}.{nameof(WebOptions.UseAppServiceAuthentication)}, which asks whether the platform is in front.");
        }

        if (options.TrustedProxies is < 0 or > WebOptions.MaximumTrustedProxies)
        {
            throw new InvalidOperationException($"{nameof(WebOptions)}.{nameof(WebOptions.TrustedProxies)} is {options.TrustedProxies}; give 0 to {WebOptions.MaximumTrustedProxies}.");
        }

        if (options.PublicAddress is { } address && !WebOptions.CanBePublicAddress(address))
        {
            throw new InvalidOperationException(
                $"{nameof(WebOptions)}.{nameof(WebOptions.PublicAddress)} is '{address}'; give an http or https URL with nothing after the host, such as https://agreements.example.org/.");
        }

        if (options.TakesPrincipalsOfThisMachine
            && (options.IsBehindAppServiceAuthentication || options.TrustedProxies > 0 || options.PublicAddress is { IsLoopback: false }))
        {
            throw new InvalidOperationException(
                $"{nameof(WebOptions.UsePrincipalsOfThisMachine)} lets anybody on this machine say who they are: leave it out, or leave out App Service "
                + $"Authentication, set {nameof(WebOptions.TrustedProxies)} to 0 and give a {nameof(WebOptions.PublicAddress)} on this machine, such as http://localhost:7071/.");
        }

        if ((options.DevelopmentSignIn || options.MailPage)
            && (options.TrustedProxies > 0 || options.PublicAddress is not null || options.IsBehindAppServiceAuthentication))
        {
            throw new InvalidOperationException(
                $"{nameof(WebOptions.DevelopmentSignIn)} and {nameof(WebOptions.MailPage)} are for one machine: turn them off, or leave out "
                + $"{nameof(WebOptions.TrustedProxies)}, {nameof(WebOptions.PublicAddress)} and App Service Authentication.");
        }
    }
}
