using System.Net;
using System.Net.Sockets;

namespace AllianceAgreements.Local.Hosting;

/// <summary>The addresses of the one process.</summary>
internal static class ListeningAddress
{
    /// <summary>The address people on this machine reach the first of some <c>--urls</c> at.</summary>
    /// <exception cref="FormatException">One of them is not an http URL with a port.</exception>
    public static Uri PublicOf(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse).ToList();
        return addresses.Count > 0 ? addresses[0] : throw NotAnAddress(urls);
    }

    /// <summary>Reads the address that people elsewhere reach it at.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Uri Read(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme is "http" or "https" && read is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? read
            : throw new FormatException($"'{address}' is not an address that people can reach it at; give one such as https://agreements.example.org/.");

    private static Uri Parse(string url)
    {
        var reachable = url
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);
        // Without a certificate of one's own there is no https; a proxy in front adds it.
        return Uri.TryCreate(reachable, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.Port > 0
            ? new Uri(address.GetLeftPart(UriPartial.Authority) + "/")
            : throw NotAnAddress(url);
    }

    private static FormatException NotAnAddress(string url) =>
        new($"'{url}' is not an address to listen on; give one such as http://localhost:7071.");

    /// <summary>A loopback address whose port is free now.</summary>
    public static string FreeLoopback()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }
}
