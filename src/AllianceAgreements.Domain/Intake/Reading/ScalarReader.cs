using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>Reads texts, numbers, dates and named values, or says what is wrong with them.</summary>
internal static class ScalarReader
{
    private const int MostDigits = 28;

    /// <summary>The value, or the problem; exactly one of the two.</summary>
    public static (object? Value, string? Problem) Read(JsonElement element, JsonTypeInfo typeInfo)
    {
        var type = Nullable.GetUnderlyingType(typeInfo.Type) ?? typeInfo.Type;
        return (element.ValueKind, type) switch
        {
            (JsonValueKind.True or JsonValueKind.False, _) when type == typeof(bool) => (element.GetBoolean(), null),
            (JsonValueKind.Number, _) when type == typeof(int) => WholeNumber(element),
            (JsonValueKind.Number, _) when type == typeof(decimal) => Number(element),
            (JsonValueKind.String, _) when type == typeof(string) => Text(element),
            (JsonValueKind.String, _) when type == typeof(DateOnly) => Date(element),
            (JsonValueKind.String, _) when type.IsEnum => Named(element, type),
            (JsonValueKind.String, _) when type == typeof(int) || type == typeof(decimal) || type == typeof(bool) =>
                (null, $"is {Expectation.ActualKind(element)}; give {Expectation.Of(typeInfo)}, without quotation marks"),
            _ => (null, $"is {Expectation.ActualKind(element)}; give {Expectation.Of(typeInfo)}"),
        };
    }

    private static (object?, string?) Text(JsonElement element) =>
        JsonText.Of(element) is { } text ? (text, null)
        : (null, "holds half a character (a \\u escape that lacks its other half); write the whole character");

    private static (object?, string?) WholeNumber(JsonElement element)
    {
        if (element.TryGetInt32(out var number))
        {
            return (number, null);
        }

        var written = element.GetRawText();
        return written.AsSpan().ContainsAny('.', 'e', 'E')
            ? (null, $"is {Quoted.Bare(written)}; give a whole number, without decimals or exponent")
            : (null, $"is {Quoted.Bare(written)}, which is out of range; give a smaller whole number");
    }

    /// <summary>Refuses what a decimal could hold only by rounding.</summary>
    private static (object?, string?) Number(JsonElement element)
    {
        var written = element.GetRawText();
        if (written.AsSpan().ContainsAny('e', 'E'))
        {
            return (null, $"is {Quoted.Bare(written)}; write the number out, without exponent");
        }

        return written.Count(char.IsAsciiDigit) <= MostDigits && element.TryGetDecimal(out var number)
            ? (number, null)
            : (null, $"is {Quoted.Bare(written)}, which has too many digits; give a number of at most {MostDigits} digits");
    }

    private static (object?, string?) Date(JsonElement element) =>
        JsonText.Of(element) is not { } text ? Text(element)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? (date, null)
        : (null, $"is {Quoted.Value(text)}, which is no date of the calendar; give a date as \"yyyy-MM-dd\"");

    private static (object?, string?) Named(JsonElement element, Type type)
    {
        if (JsonText.Of(element) is not { } text)
        {
            return Text(element);
        }

        var names = Enum.GetNames(type);
        var allowed = $"give one of {string.Join(", ", names)}";
        return names.Contains(text, StringComparer.Ordinal) ? (Enum.Parse(type, text), null)
            : NearestName.Of(text, names) is { } nearest ? (null, $"is {Quoted.Value(text)}; did you mean {Quoted.Value(nearest)}? {Sentence(allowed)}")
            : (null, $"is {Quoted.Value(text)}; {allowed}");
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
