using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Security;

/// <summary>Routes that exist only for a browser on this very machine.</summary>
internal static class LocalOnly
{
    /// <summary>What proxies add, the usual ones and the standard (RFC 7239; RFC 9110, 7.6.3); a browser on this machine sends none of it.</summary>
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    /// <summary>
    /// True on a loopback connection that names a loopback host and was not forwarded. The host is checked because a foreign site can point
    /// its own name at 127.0.0.1 (DNS rebinding) and would then count as the same origin.
    /// </summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLoopbackName(context.Request.Host.Host)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    /// <summary>Answers 404 to everybody else.</summary>
    public static TBuilder RequireLocal<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (invocation, next) =>
            IsLocal(invocation.HttpContext) ? await next(invocation) : TypedResults.NotFound());

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
