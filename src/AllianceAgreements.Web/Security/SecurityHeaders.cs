using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AllianceAgreements.Web.Security;

/// <summary>Sets the headers that keep browsers from doing more than the pages need.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Closed = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string Pages =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Mail is made for mail clients, with its styles inline; the sandbox keeps it from running or sending anything.</summary>
    private const string Mail =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        // Set last, so that error answers, which begin by clearing what was set before, have them too.
        context.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var surface = Surfaces.Of(context);
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = surface switch
        {
            Surface.Page or Surface.Partner => Pages,
            Surface.MailBody => Mail,
            _ => Closed,
        };
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers[HeaderNames.XFrameOptions] = surface == Surface.MailBody ? "SAMEORIGIN" : "DENY";

        // Not same-origin: the address of a partner's page is a secret, and staff pages have nothing to tell others either.
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (surface != Surface.Asset)
        {
            headers.CacheControl = "no-store";
            headers.Remove(HeaderNames.Pragma);
        }
    }
}
