using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>Reads JSON text that may hold a lone surrogate escape ("\ud83d"), which is no character and cannot be stored.</summary>
internal static class JsonText
{
    /// <summary>The text, or null when it holds a lone surrogate.</summary>
    public static string? Of(JsonElement element) =>
        HasLoneSurrogate(JsonMarshal.GetRawUtf8Value(element)) ? null : element.GetString();

    /// <summary>The name, or null when it holds a lone surrogate.</summary>
    public static string? NameOf(JsonProperty property) =>
        HasLoneSurrogate(JsonMarshal.GetRawUtf8PropertyName(property)) ? null : property.Name;

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        for (var rest = escaped; NextEscape(ref rest) is { } unit;)
        {
            if (char.IsHighSurrogate(unit) && rest.StartsWith("\\u"u8) && char.IsLowSurrogate(UnitOf(rest)))
            {
                rest = rest[6..];
            }
            else if (char.IsSurrogate(unit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves behind the next \uXXXX escape and gives its value; null when none is left.</summary>
    private static char? NextEscape(ref ReadOnlySpan<byte> rest)
    {
        while (rest.IndexOf((byte)'\\') is var backslash and >= 0)
        {
            rest = rest[backslash..];
            if (rest[1] == (byte)'u')
            {
                var unit = UnitOf(rest);
                rest = rest[6..];
                return unit;
            }

            rest = rest[2..];
        }

        return null;
    }

    private static char UnitOf(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier);
}
