using System.Globalization;

namespace AllianceAgreements.Documents.Values;

/// <summary><c>date</c>: "1 March 2027"; <c>date:"long-us"</c>: "March 1, 2027"; <c>date:"iso"</c>: "2027-03-01". The day stays on one line with the month.</summary>
internal static class DateFormatter
{
    public static Formatter Create(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is DateShape, "date", "a date", input);
        var pattern = Formatters.Choose("date", arguments, "long", "long-us", "iso") switch
        {
            "long-us" => "MMMM\u00A0d, yyyy",
            "iso" => "yyyy-MM-dd",
            _ => LongPattern,
        };
        return new Formatter(TextShape.Instance, value => ((DateOnly)value!).ToString(pattern, CultureInfo.InvariantCulture));
    }

    /// <summary>A date as it comes out without a formatter.</summary>
    public static string Long(DateOnly date) => date.ToString(LongPattern, CultureInfo.InvariantCulture);

    private const string LongPattern = "d\u00A0MMMM yyyy";
}
