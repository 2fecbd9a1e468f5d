namespace AllianceAgreements.Testing.Telemetry;

/// <summary>A span, as it came over OTLP (opentelemetry-proto, trace/v1).</summary>
/// <param name="Process">The attributes of the process it came from.</param>
/// <param name="TraceId">Hexadecimal, as all ids.</param>
/// <param name="SpanId">Its own.</param>
/// <param name="ParentId">Empty when it has no parent.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Tags">Its attributes.</param>
/// <param name="LinkedSpans">The ids of spans that it is linked to.</param>
/// <param name="StatusMessage">The description of its status; empty when there is none.</param>
public sealed record OtlpSpan(
    IReadOnlyDictionary<string, string> Process, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> LinkedSpans, string StatusMessage)
{
    internal static IEnumerable<OtlpSpan> Read(ProtobufFields export) =>
        from resource in export.Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new OtlpSpan(
            OtlpTags.Read(resource.Messages(1).Single(), 1), span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), OtlpTags.Read(span, 9),
            [.. span.Messages(13).Select(link => link.Hex(2))], string.Concat(span.Messages(15).Select(status => status.Text(2))));
}

/// <summary>One point of a metric (metrics/v1).</summary>
/// <param name="Name">The metric's.</param>
/// <param name="Tags">Its attributes.</param>
public sealed record OtlpPoint(string Name, IReadOnlyDictionary<string, string> Tags)
{
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    internal static IEnumerable<OtlpPoint> Read(ProtobufFields export) =>
        from resource in export.Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        from kind in new[] { (Data: Gauge, Tags: 7), (Data: Sum, Tags: 7), (Data: Histogram, Tags: 9) }
        from data in metric.Messages(kind.Data)
        from point in data.Messages(1)
        select new OtlpPoint(metric.Text(1), OtlpTags.Read(point, kind.Tags));
}

/// <summary>A line of a log (logs/v1).</summary>
/// <param name="TraceId">The trace it belongs to; empty when it belongs to none.</param>
/// <param name="Body">What it says.</param>
/// <param name="Tags">Its attributes.</param>
public sealed record OtlpLog(string TraceId, string Body, IReadOnlyDictionary<string, string> Tags)
{
    internal static IEnumerable<OtlpLog> Read(ProtobufFields export) =>
        from resource in export.Messages(1)
        from scope in resource.Messages(2)
        from log in scope.Messages(2)
        select new OtlpLog(log.Hex(9), string.Concat(log.Messages(5).Select(body => body.Text(1))), OtlpTags.Read(log, 6));
}

internal static class OtlpTags
{
    /// <summary>Attributes by name; of several with one name, the last.</summary>
    public static Dictionary<string, string> Read(ProtobufFields owner, int number)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in owner.Messages(number))
        {
            tags[tag.Text(1)] = string.Concat(tag.Messages(2).Select(value => value.Has(3) ? value.Number(3).ToString() : value.Text(1)));
        }

        return tags;
    }
}
