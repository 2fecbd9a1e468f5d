using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace AllianceAgreements.Web.Security;

/// <summary>
/// Puts right what a request looks like behind front ends. Scheme and host are configured, so a visitor cannot choose them; the visitor's address
/// is the one that the outermost trusted proxy saw.
/// </summary>
internal static class FrontEnd
{
    public static void UseFrontEnd(this IApplicationBuilder app, WebOptions options)
    {
        if (options.TrustedProxies > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor,
                ForwardLimit = options.TrustedProxies,
            };

            // The proxies have no addresses that are known beforehand; how many there are is, and what else stands in the header is not read.
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            app.UseForwardedHeaders(forwarded);
        }

        if (options.PublicAddress is { } address)
        {
            var host = HostString.FromUriComponent(address);
            app.Use((context, next) =>
            {
                context.Request.Scheme = address.Scheme;
                context.Request.Host = host;
                return next(context);
            });
        }
    }
}
