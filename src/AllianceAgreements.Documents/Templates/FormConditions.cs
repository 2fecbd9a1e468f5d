using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Templates;

/// <summary>What is known of a condition when nothing but the form of the agreement is.</summary>
internal static class FormConditions
{
    private const string FormField = "form";

    /// <summary>Parts of a request that only one form has; see <see cref="AgreementRequest"/>.</summary>
    private static readonly Dictionary<string, string> Owners = new(StringComparer.Ordinal)
    {
        ["company"] = nameof(AllianceForm.JointVenture),
        ["consortium"] = nameof(AllianceForm.CoDevelopmentConsortium),
        ["equity"] = nameof(AllianceForm.EquityAlliance),
        ["supply"] = nameof(AllianceForm.SupplyChainPartnership),
    };

    /// <summary>Whether it holds for a form; null when that depends on other terms.</summary>
    public static bool? Evaluate(Condition condition, string? form) => condition switch
    {
        TruthCondition { Path.Segments: [var first, ..] } when form is not null && Owners.TryGetValue(first, out var owner) && owner != form => false,
        EqualityCondition equality => Compare(equality, form),
        NotCondition not => !Evaluate(not.Inner, form),
        AndCondition both => Evaluate(both.Left, form) & Evaluate(both.Right, form),
        OrCondition either => Evaluate(either.Left, form) | Evaluate(either.Right, form),
        _ => null,
    };

    private static bool? Compare(EqualityCondition equality, string? form) => (form, equality.Left, equality.Right) switch
    {
        (null, _, _) => null,
        (_, PathOperand { Segments: [FormField] }, LiteralOperand { Value: string name }) => name.Equals(form, StringComparison.Ordinal) != equality.IsNegated,
        (_, LiteralOperand { Value: string name }, PathOperand { Segments: [FormField] }) => name.Equals(form, StringComparison.Ordinal) != equality.IsNegated,
        _ => null,
    };
}
