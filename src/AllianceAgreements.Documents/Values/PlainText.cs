using System.Globalization;

namespace AllianceAgreements.Documents.Values;

/// <summary>Values as they come out without a formatter.</summary>
internal static class PlainText
{
    /// <summary>Whether values of a shape can come out without a formatter.</summary>
    public static bool Has(Shape shape) => shape is TextShape or NumberShape or DateShape or EnumShape;

    /// <summary>The text of a text, a number, a date or a name.</summary>
    public static string Of(object value) => value switch
    {
        string text => text,
        DateOnly date => DateFormatter.Long(date),
        Enum name => name.ToString(),
        _ => NumberFormatters.Plain(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
    };
}
