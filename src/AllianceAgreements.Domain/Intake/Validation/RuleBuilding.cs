using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>The rules that several sections share. None says anything about a value that is absent: that is structure.</summary>
internal static class RuleBuilding
{
    /// <summary>Text of a single line or, where <paramref name="lines"/> allows it, several.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(
        this IRuleBuilder<T, string?> rule, int longest, int shortest = 1, TextLines lines = TextLines.One) =>
        rule.Finds((_, value) => value is null ? null : TextRules.Problem(value, shortest, longest, lines));

    /// <summary>An address that mail can be sent to.</summary>
    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Finds((_, value) => value is null ? null : EmailRules.Problem(value));

    /// <summary>The short name of a party, ignoring case.</summary>
    public static IRuleBuilderOptions<T, string?> NamesParty<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Finds((context, value) =>
        {
            var facts = RequestFacts.From(context);
            return value is null || facts.MayName(value) ? null
                : NearestName.Of(value, facts.PartyNames!) is { } nearest
                    ? $"is {Quoted.Value(value)}, which is no party's short name; did you mean {Quoted.Value(nearest)}?"
                    : $"is {Quoted.Value(value)}, which is no party's short name; give one of {string.Join(", ", facts.PartyNames!.Select(Quoted.Value))}";
        });

    /// <summary>A whole number in a range.</summary>
    public static IRuleBuilderOptions<T, int> Within<T>(this IRuleBuilder<T, int> rule, int from, int to, string? because = null) =>
        rule.InclusiveBetween(from, to).WithMessage(RangeMessage(from, to, because));

    /// <summary>A whole number in a range, if given.</summary>
    public static IRuleBuilderOptions<T, int?> Within<T>(this IRuleBuilder<T, int?> rule, int from, int to, string? because = null) =>
        rule.InclusiveBetween(from, to).WithMessage(RangeMessage(from, to, because));

    /// <summary>How many items a list has.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> Items<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int fewest, int most, string noun) =>
        rule.Finds((_, list) =>
            list is null || (list.Count >= fewest && list.Count <= most) ? null
            : fewest == 0 ? $"lists {list.Count}; give at most {most} {noun}"
            : $"lists {list.Count}; give from {fewest} to {most} {noun}");

    /// <summary>
    /// No two items have the same key, ignoring case; the fault is the second's, at the <paramref name="field"/> the key
    /// comes from (empty: the item is the key).
    /// </summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<TItem>> Distinct<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, Func<TItem, string?> key, string field = "") =>
        rule.Custom((list, context) =>
        {
            var suffix = field.Length == 0 ? "" : $".{field}";
            var places = (list ?? []).Select((item, index) => (Key: item is null ? null : key(item), Place: $"{context.PropertyPath}[{index}]{suffix}"));
            context.AddRepeats(places);
        });

    /// <summary>Adds a fault for every key that came before, ignoring case.</summary>
    public static void AddRepeats<T>(this ValidationContext<T> context, IEnumerable<(string? Key, string Place)> places)
    {
        var first = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, place) in places)
        {
            if (key is not null && !first.Add(key))
            {
                context.AddFailure(new ValidationFailure(place, $"is {Quoted.Value(key)}, which stands here already; each stands once, ignoring case"));
            }
        }
    }

    /// <summary>Anything that can be told from the whole and one item to the problem with the item, if any; the fault is at the item's <paramref name="field"/>.</summary>
    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<TItem>> EachFinds<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, string field, Func<T, TItem, string?> problem) =>
        rule.Custom((list, context) =>
        {
            foreach (var (index, item) in (list ?? []).Index())
            {
                if (item is not null && problem(context.InstanceToValidate, item) is { } message)
                {
                    context.AddFailure(new ValidationFailure($"{context.PropertyPath}[{index}].{field}", message));
                }
            }
        });

    /// <summary>Given exactly when another field, <paramref name="decidedBy"/>, calls for it.</summary>
    public static IRuleBuilderOptions<T, TProperty> GivenExactlyWhen<T, TProperty>(
        this IRuleBuilder<T, TProperty> rule, Func<T, bool> calledFor, string decidedBy, string whenMissing, string whenGiven) =>
        rule.Finds((context, value) => (calledFor(context.InstanceToValidate), value is not null) switch
        {
            (true, false) => $"is missing; {whenMissing}",
            (false, true) => $"does not belong here; {whenGiven}, so leave it out",
            _ => null,
        }).WithState(_ => decidedBy);

    /// <summary>Anything that can be told by a function from a value to the problem with it, if any.</summary>
    public static IRuleBuilderOptions<T, TProperty> Finds<T, TProperty>(
        this IRuleBuilder<T, TProperty> rule, Func<ValidationContext<T>, TProperty, string?> problem) =>
        rule.SetValidator(new ProblemValidator<T, TProperty>(problem));

    private static string RangeMessage(int from, int to, string? because) =>
        because is null ? $"is {{PropertyValue}}; give a whole number from {from} to {to}"
        : $"is {{PropertyValue}}; {because}, so give a whole number from {from} to {to}";

    private sealed class ProblemValidator<T, TProperty>(Func<ValidationContext<T>, TProperty, string?> find)
        : PropertyValidator<T, TProperty>
    {
        public override string Name => "ProblemValidator";

        public override bool IsValid(ValidationContext<T> context, TProperty value)
        {
            var problem = find(context, value);
            context.MessageFormatter.AppendArgument("Problem", problem);
            return problem is null;
        }

        protected override string GetDefaultMessageTemplate(string errorCode) => "{Problem}";
    }
}
