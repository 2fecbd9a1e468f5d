using AllianceAgreements.Domain.Intake;
using CsCheck;

namespace AllianceAgreements.Testing.Requests;

/// <summary>Random valid values.</summary>
internal static class ValueGen
{
    /// <summary>What documents must carry as it is: markup, tags, quotation marks, several scripts, right-to-left, emoji.</summary>
    private static readonly Gen<string> Word = Gen.OneOf(
        "alliance", "Care", "of", "the", "region", "100 %", "€5.00", "A&B", "<w:p>", "&amp;", "]]>", "{{party.legalName}}", "{{#each",
        "}}", "\"quoted\"", "O'Neill", "C:\\share", "a/b", "Ærøskøbing", "Łódź", "Ωμέγα", "больница", "病院", "בית", "مستشفى", "e\u0301",
        "🏥", "👩‍⚕️", "¹²³", "–", "…", "#REF!", "=1+1", "%s");

    /// <summary>A phrase on one line.</summary>
    public static Gen<string> Text { get; } = Word.Array[1, 9].Select(words => string.Join(' ', words));

    /// <summary>A paragraph, perhaps of several lines.</summary>
    public static Gen<string> Paragraph { get; } = Text.Array[1, 4].Select(lines => string.Join('\n', lines));

    /// <summary>An amount in a currency with no, two or three decimals.</summary>
    public static Gen<Money> Money { get; } =
        from currency in Gen.OneOf(("USD", 2), ("EUR", 2), ("CAD", 2), ("JPY", 0), ("KWD", 3))
        from minorUnits in Gen.Long[0, 1_000_000_000_000]
        select new Money
        {
            Amount = new decimal((int)minorUnits, (int)(minorUnits >> 32), 0, isNegative: false, (byte)currency.Item2),
            Currency = currency.Item1,
        };

    /// <summary>A day from another on.</summary>
    public static Gen<DateOnly> Day(DateOnly from, int withinDays) => Gen.Int[0, withinDays].Select(from.AddDays);

    /// <summary>Items whose names differ.</summary>
    public static Gen<T[]> Distinct<T>(this Gen<T> item, int fewest, int most, Func<T, int, T> number) =>
        item.Array[fewest, most].Select(items => items.Select((one, index) => number(one, index + 1)).ToArray());

    /// <summary>A value, or nothing when it is not called for.</summary>
    public static Gen<T?> When<T>(this Gen<T> value, bool calledFor) where T : class =>
        calledFor ? value.Select(one => (T?)one) : Gen.Const((T?)null);

    /// <summary>The value that is called for, or any.</summary>
    public static Gen<T> Or<T>(this Gen<T> any, T? calledFor) where T : struct => calledFor is { } value ? Gen.Const(value) : any;

    /// <summary>A number, or nothing when it is not called for.</summary>
    public static Gen<T?> NumberWhen<T>(this Gen<T> value, bool calledFor) where T : struct =>
        calledFor ? value.Select(one => (T?)one) : Gen.Const((T?)null);
}
