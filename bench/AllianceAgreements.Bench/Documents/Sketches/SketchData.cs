using System.Globalization;
using System.Text.Json.Nodes;

namespace AllianceAgreements.Bench.Documents.Sketches;

/// <summary>What peers fill the template with: the same values, ready as text, since they have neither paths nor formatters nor comparisons of ours.</summary>
internal static class SketchData
{
    private static readonly string[] Lists = ["objectives", "workstreams", "governance"];

    /// <summary>The data of a request.</summary>
    /// <param name="request">The request, as it is stored.</param>
    public static JsonObject Of(JsonObject request)
    {
        var data = new JsonObject();
        foreach (var path in SketchSource.FieldPaths)
        {
            data[Dialect.NameOf(path)] = TextOf(Find(request, path));
        }

        foreach (var condition in SketchSource.AllConditions)
        {
            data[condition.Name] = condition.Holds;
        }

        foreach (var list in Lists)
        {
            data[list] = new JsonArray([.. request[list]!.AsArray().Select(item => ItemOf(item!.AsObject()))]);
        }

        return data;
    }

    private static JsonNode Find(JsonObject request, string path)
    {
        var segments = path.Split('.');
        JsonNode at = segments[0] == "lead" ? request["parties"]!.AsArray().Single(party => (string?)party!["role"] == "Lead")! : request[segments[0]]!;
        return segments.Skip(1).Aggregate(at, (node, segment) => node[segment]!);
    }

    private static JsonObject ItemOf(JsonObject item) => new(item
        .Where(field => field.Value is JsonValue)
        .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)TextOf(field.Value!))));

    private static string TextOf(JsonNode value) =>
        DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("d\u00A0MMMM yyyy", CultureInfo.InvariantCulture)
            : value.ToString();
}
