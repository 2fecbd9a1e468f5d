using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AllianceAgreements.Web.Forms;

/// <summary>
/// Writes a draft as the JSON of a request. What is not a number where one belongs is written as the text it is, and what is empty is left
/// out, so that intake, which alone judges requests, names the fault.
/// </summary>
internal static class DraftWriter
{
    /// <summary>The request, in UTF-8.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="indented">Whether it is laid out for people.</param>
    public static ReadOnlyMemory<byte> ToJson(RequestDraft draft, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            WriteGroup(writer, RequestSchema.Root, draft.Root);
        }

        return buffer.WrittenMemory;
    }

    private static void WriteGroup(Utf8JsonWriter writer, GroupField group, DraftGroup draft)
    {
        writer.WriteStartObject();
        foreach (var field in group.Fields)
        {
            var node = draft.Fields[field.Name];
            switch (field, node)
            {
                case (RowsField rowsField, DraftRows rows) when field.Required || rows.Rows.Count > 0:
                    writer.WriteStartArray(field.Name);
                    foreach (var row in rows.Rows)
                    {
                        WriteGroup(writer, rowsField.Row, row);
                    }

                    writer.WriteEndArray();
                    break;
                case (GroupField inner, DraftGroup fields) when field.Required || !node.IsBlank:
                    writer.WritePropertyName(field.Name);
                    WriteGroup(writer, inner, fields);
                    break;
                case (ValueField { Kind: ValueKind.Lines or ValueKind.PartyLines }, DraftValue lines):
                    WriteLines(writer, field.Name, lines.Text);
                    break;
                case (ValueField valueField, DraftValue value) when !node.IsBlank:
                    WriteValue(writer, valueField, value.Text.Trim());
                    break;
                default:
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter writer, string name, string lines)
    {
        writer.WriteStartArray(name);
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, ValueField field, string text)
    {
        const NumberStyles number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        switch (field.Kind)
        {
            case ValueKind.Whole or ValueKind.Decimal when decimal.TryParse(text, number, CultureInfo.InvariantCulture, out var value):
                writer.WriteNumber(field.Name, value);
                break;
            case ValueKind.YesNo when text is "true" or "false":
                writer.WriteBoolean(field.Name, text == "true");
                break;
            default:
                writer.WriteString(field.Name, text);
                break;
        }
    }
}
