using System.Globalization;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Intake.Validation;

namespace AllianceAgreements.Documents.Values;

/// <summary><c>money</c>: "USD 1,250,000.00", with as many decimals as the currency has (ISO 4217), on one line; <c>money:"words"</c>: "twelve and 50/100 United States dollars".</summary>
internal static class MoneyFormatter
{
    private const int UsualDecimals = 2;

    /// <summary>The names of one and of many, of the currencies that these agreements use most; others go by their code.</summary>
    private static readonly Dictionary<string, (string One, string Many)> Names = new(StringComparer.Ordinal)
    {
        ["AUD"] = ("Australian dollar", "Australian dollars"),
        ["CAD"] = ("Canadian dollar", "Canadian dollars"),
        ["CHF"] = ("Swiss franc", "Swiss francs"),
        ["EUR"] = ("euro", "euros"),
        ["GBP"] = ("pound sterling", "pounds sterling"),
        ["INR"] = ("Indian rupee", "Indian rupees"),
        ["JPY"] = ("Japanese yen", "Japanese yen"),
        ["MXN"] = ("Mexican peso", "Mexican pesos"),
        ["NZD"] = ("New Zealand dollar", "New Zealand dollars"),
        ["SGD"] = ("Singapore dollar", "Singapore dollars"),
        ["USD"] = ("United States dollar", "United States dollars"),
    };

    public static Formatter Create(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is ObjectShape shape && shape.Type == typeof(Money), "money", "an amount of money", input);
        return Formatters.Choose("money", arguments, "figures", "words") == "words"
            ? new Formatter(TextShape.Instance, value => Spell((Money)value!))
            : new Formatter(TextShape.Instance, value => Format((Money)value!));
    }

    private static string Format(Money money)
    {
        var decimals = DecimalsOf(money);
        return $"{money.Currency}\u00A0{money.Amount.ToString($"N{decimals}", CultureInfo.InvariantCulture)}";
    }

    private static string Spell(Money money)
    {
        var amount = decimal.Round(money.Amount, DecimalsOf(money), MidpointRounding.AwayFromZero);
        var whole = decimal.Truncate(amount);
        if (whole is < 0 or > NumberWords.Maximum)
        {
            throw new FormatException($"The formatter \"money\" spells amounts from 0 to 999,999,999,999, and this is {Format(money)}.");
        }

        var units = (int)Math.Pow(10, DecimalsOf(money));
        var rest = (int)((amount - whole) * units);
        var fraction = rest == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {rest.ToString($"D{DecimalsOf(money)}", CultureInfo.InvariantCulture)}/{units}");
        var (one, many) = Names.GetValueOrDefault(money.Currency, (money.Currency, money.Currency));
        return $"{NumberWords.Spell((long)whole)}{fraction} {(amount == 1 ? one : many)}";
    }

    private static int DecimalsOf(Money money) => Iso4217.MinorUnits(money.Currency) ?? UsualDecimals;
}
