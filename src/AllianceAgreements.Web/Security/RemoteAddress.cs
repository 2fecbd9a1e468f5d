using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Security;

/// <summary>Where a request came from.</summary>
internal static class RemoteAddress
{
    /// <summary>The address as evidence; null when the server does not know it.</summary>
    public static string? Of(HttpContext context) => Plain(context)?.ToString();

    /// <summary>The address as a key for rate limits: one customer has one IPv4 address, or one IPv6 /64 (RFC 6177).</summary>
    public static string KeyOf(HttpContext context)
    {
        if (Plain(context) is not { } address)
        {
            return "unknown";
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static IPAddress? Plain(HttpContext context) => context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
        ? mapped.MapToIPv4()
        : context.Connection.RemoteIpAddress;
}
