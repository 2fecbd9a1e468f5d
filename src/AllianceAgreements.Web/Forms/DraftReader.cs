using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Forms;

/// <summary>Reads drafts from what a browser sent, and from JSON.</summary>
internal static class DraftReader
{
    /// <summary>The draft in a form's fields. Fields that the form does not have are ignored.</summary>
    public static RequestDraft FromForm(IFormCollection form) =>
        new(ReadGroup(RequestSchema.Root, "", form, CountRows(form.Keys)));

    /// <summary>The draft that shows a request; what the form has no field for is left out.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static RequestDraft FromJson(ReadOnlyMemory<byte> utf8Json)
    {
        using var json = JsonDocument.Parse(utf8Json, new JsonDocumentOptions { MaxDepth = 32 });
        return new RequestDraft(ReadGroup(RequestSchema.Root, json.RootElement));
    }

    /// <summary>The rows that a form has of each list, by their numbers; gaps are closed later.</summary>
    private static Dictionary<string, SortedSet<int>> CountRows(IEnumerable<string> names)
    {
        var rows = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            for (var close = name.IndexOf(']', StringComparison.Ordinal); close > 0; close = name.IndexOf(']', close + 1))
            {
                if (FieldPath.TrySplitRow(name[..(close + 1)], out var list, out var index) && index < RequestDraft.MaximumRows)
                {
                    if (!rows.TryGetValue(list, out var indexes))
                    {
                        rows[list] = indexes = [];
                    }

                    indexes.Add(index);
                }
            }
        }

        return rows;
    }

    private static DraftGroup ReadGroup(GroupField group, string path, IFormCollection form, Dictionary<string, SortedSet<int>> rows) =>
        new(group.Fields.ToDictionary(field => field.Name, field => ReadNode(field, FieldPath.Field(path, field.Name), form, rows)));

    private static DraftNode ReadNode(RequestField field, string path, IFormCollection form, Dictionary<string, SortedSet<int>> rows) => field switch
    {
        GroupField group => ReadGroup(group, path, form, rows),
        RowsField list => new DraftRows(rows.TryGetValue(path, out var indexes)
            ? [.. indexes.Select(index => ReadGroup(list.Row, FieldPath.Row(path, index), form, rows))]
            : []),

        ValueField { Kind: ValueKind.Image } => new DraftValue(FormImage.Read(form, path)),

        // Browsers send line breaks as CR LF (HTML standard, "constructing the entry list").
        _ => new DraftValue(form[path].ToString().ReplaceLineEndings("\n")),
    };

    private static DraftGroup ReadGroup(GroupField group, JsonElement json) =>
        new(group.Fields.ToDictionary(field => field.Name, field => ReadNode(field, Property(json, field.Name))));

    private static DraftNode ReadNode(RequestField field, JsonElement? json) => field switch
    {
        GroupField group => json is { } element ? ReadGroup(group, element) : RequestDraft.BlankGroup(group, withRows: false),
        RowsField list => new DraftRows(json is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray().Take(RequestDraft.MaximumRows).Select(item => ReadGroup(list.Row, item))]
            : []),
        _ => new DraftValue(json is { } value ? TextOf(value) : ""),
    };

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    private static JsonElement? Property(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
