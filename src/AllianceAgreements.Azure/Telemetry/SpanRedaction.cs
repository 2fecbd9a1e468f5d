using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace AllianceAgreements.Azure.Telemetry;

/// <summary>
/// Takes out of spans what may name people or open doors, before any exporter sees them. Of requests only tags that are known to be harmless are
/// kept: the path of a partner's page holds the link's secret, and queries hold what people searched for.
/// </summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    private const string Incoming = "Microsoft.AspNetCore";
    private const string Outgoing = "System.Net.Http";
    private const string Route = "http.route";
    private const string Path = "url.path";
    private const string Address = "url.full";

    private static readonly FrozenSet<string> Harmless = new[]
    {
        "agreement.id", "error.type", "http.request.method", "http.request.resend_count", "http.response.status_code", Route,
        "network.protocol.name", "network.protocol.version", "server.address", "server.port", "url.scheme",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        // Descriptions are messages of exceptions; those of mail servers name addresses.
        data.SetStatus(data.Status);
        switch (data.Source.Name)
        {
            case Incoming:
                KeepHarmless(data);
                data.SetTag(Path, data.GetTagItem(Route));
                break;
            case Outgoing:
                var address = data.GetTagItem(Address) as string;
                KeepHarmless(data);
                data.SetTag(Address, OriginOf(address));
                break;
        }
    }

    private static void KeepHarmless(Activity data)
    {
        List<string>? others = null;
        foreach (var tag in data.EnumerateTagObjects())
        {
            if (!Harmless.Contains(tag.Key))
            {
                (others ??= []).Add(tag.Key);
            }
        }

        others?.ForEach(name => data.SetTag(name, value: null));
    }

    private static string? OriginOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + "/" : null;
}
