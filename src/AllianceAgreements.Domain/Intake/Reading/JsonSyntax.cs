using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>From bytes to a JSON document (RFC 8259, strictly), or to what is wrong and where.</summary>
internal static class JsonSyntax
{
    public const int MaximumBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = RequestJson.Options.MaxDepth };

    public static bool TryParse(
        ReadOnlyMemory<byte> utf8Json,
        [NotNullWhen(true)] out JsonDocument? document,
        [NotNullWhen(false)] out string? problem)
    {
        document = null;
        var text = WithoutByteOrderMark(utf8Json);
        problem = SizeProblem(text.Span) ?? EncodingProblem(text.Span) ?? GrammarProblem(text.Span);
        if (problem is not null)
        {
            return false;
        }

        document = JsonDocument.Parse(text, Strict);
        return true;
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;

    private static string? SizeProblem(ReadOnlySpan<byte> text) =>
        text.Trim(" \t\r\n"u8).IsEmpty ? "is empty; give a request as one JSON object"
        : text.Length > MaximumBytes ? $"has {text.Length} bytes; a request has at most {MaximumBytes}"
        : null;

    private static string? EncodingProblem(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) ? null
        : $"is not UTF-8 at {TextPosition.Of(text, TextPosition.FirstInvalidByte(text))}; save the request as UTF-8";

    private static string? GrammarProblem(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= Strict.MaxDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    return $"nests lists and objects too deeply at {TextPosition.Of(text, (int)reader.TokenStartIndex)}; "
                        + $"a request nests at most {Strict.MaxDepth} deep";
                }
            }

            return null;
        }
        catch (JsonException exception)
        {
            var offset = TextPosition.Offset(text, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            return $"is not well-formed JSON at {TextPosition.Of(text, offset)}: {Advice(text, offset)}";
        }
    }

    private static string Advice(ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= text.Length)
        {
            return "the text ends too early, so a closing }, ] or quotation mark is missing";
        }

        var before = text[..offset].TrimEnd(" \t\r\n"u8);
        return text[offset] switch
        {
            (byte)'/' => "JSON has no comments, so remove it",
            (byte)'\'' => "text stands between double quotation marks",
            (byte)'}' or (byte)']' when before.EndsWith(","u8) => "remove the comma before the closing bracket",
            (byte)'"' or (byte)'{' or (byte)'[' when EndsValue(before) => "a comma is missing before it, or the request ended already",
            < 0x20 => "a line break or control character inside text is written as an escape such as \\n",
            _ => $"{Quoted.Value(TextPosition.CharacterAt(text, offset))} is not expected here",
        };
    }

    private static bool EndsValue(ReadOnlySpan<byte> before) => !before.IsEmpty && "\"}]0123456789el"u8.Contains(before[^1]);
}
