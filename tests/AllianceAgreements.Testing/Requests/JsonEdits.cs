using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AllianceAgreements.Testing.Requests;

/// <summary>Small edits to a JSON document, written as text so that a table of tests reads at a glance.</summary>
public static partial class JsonEdits
{
    /// <summary>Applies edits, one a line; see <see cref="SampleRequests.Edited"/>.</summary>
    public static void Apply(JsonNode document, string edits)
    {
        foreach (var edit in edits.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            ApplyOne(document, edit);
        }
    }

    /// <summary>The node at a path.</summary>
    public static JsonNode? At(JsonNode document, string path)
    {
        var node = document;
        foreach (Match step in Step().Matches(path))
        {
            node = step.Groups["name"].Success ? node![step.Groups["name"].Value] : node![int.Parse(step.Groups["index"].Value)];
        }

        return node;
    }

    private static void ApplyOne(JsonNode document, string edit)
    {
        var (path, value, _) = edit.Split(' ', 3) switch
        {
            [var target, "=", var json] => (target, json, true),
            [var target, "-"] => (target, null, true),
            _ => throw new ArgumentException($"Not an edit: {edit}", nameof(edit)),
        };
        var last = Step().Matches(path)[^1];
        var parent = At(document, path[..last.Index])!;
        switch (parent, value)
        {
            case (JsonObject fields, null):
                if (!fields.Remove(last.Groups["name"].Value))
                {
                    throw new ArgumentException($"Nothing to remove: {edit}", nameof(edit));
                }

                break;
            case (JsonObject fields, _):
                fields[last.Groups["name"].Value] = JsonNode.Parse(value);
                break;
            case (JsonArray items, null):
                items.RemoveAt(int.Parse(last.Groups["index"].Value));
                break;
            case (JsonArray items, _) when int.Parse(last.Groups["index"].Value) == items.Count:
                items.Add(JsonNode.Parse(value));
                break;
            case (JsonArray items, _):
                items[int.Parse(last.Groups["index"].Value)] = JsonNode.Parse(value);
                break;
            default:
                throw new ArgumentException($"Not inside an object or list: {edit}", nameof(edit));
        }
    }

    [GeneratedRegex(@"\.(?<name>\w+)|\[(?<index>\d+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Step();
}
