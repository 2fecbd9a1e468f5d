using System.Globalization;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Intake.Validation;

namespace AllianceAgreements.Documents.Values;

/// <summary><c>money</c>: "USD 1,250,000.00", with as many decimals as the currency has (ISO 4217).</summary>
internal static class MoneyFormatter
{
    private const int UsualDecimals = 2;

    public static Formatter Create(Shape input, IReadOnlyList<object> arguments)
    {
        Formatters.Require(input is ObjectShape shape && shape.Type == typeof(Money), "money", "an amount of money", input);
        Formatters.RequireNone("money", arguments);
        return new Formatter(TextShape.Instance, value => Format((Money)value!));
    }

    private static string Format(Money money)
    {
        var decimals = Iso4217.MinorUnits(money.Currency) ?? UsualDecimals;
        return $"{money.Currency} {money.Amount.ToString($"N{decimals}", CultureInfo.InvariantCulture)}";
    }
}
