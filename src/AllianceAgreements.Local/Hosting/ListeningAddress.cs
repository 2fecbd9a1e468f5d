using System.Net;
using System.Net.Sockets;

namespace AllianceAgreements.Local.Hosting;

/// <summary>The addresses of the one process.</summary>
internal static class ListeningAddress
{
    /// <summary>The address people on this machine reach the first of some <c>--urls</c> at.</summary>
    /// <exception cref="FormatException">It is not an http or https URL with a port.</exception>
    public static Uri PublicOf(string urls)
    {
        var first = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        var reachable = first
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(reachable, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Port > 0
            ? new Uri(address.GetLeftPart(UriPartial.Authority) + "/")
            : throw new FormatException($"'{urls}' is not an address to listen on; give one such as http://localhost:7071.");
    }

    /// <summary>A loopback address whose port is free now.</summary>
    public static string FreeLoopback()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }
}
