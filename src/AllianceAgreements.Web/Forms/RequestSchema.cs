using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Web.Forms;

/// <summary>The guided form's fields, read from the request model, so that a field added there appears in the form by itself.</summary>
internal static class RequestSchema
{
    /// <summary>The whole request.</summary>
    public static GroupField Root { get; } = Group("", "Agreement", null, required: true, typeof(AgreementRequest));

    private static GroupField Group(string name, string label, string? hint, bool required, Type type) => new(
        name, label, hint, required,
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(Field)]);

    private static RequestField Field(PropertyInfo property)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var guide = RequestGuide.Of(property);
        var label = guide.Label ?? RequestGuide.Spell(property.Name);
        var required = property.IsDefined(typeof(RequiredMemberAttribute));
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

        if (ItemOf(type) is { } item && item != typeof(string))
        {
            return new RowsField(name, label, guide.Hint, required, Group("", guide.Row ?? RequestGuide.Spell(item.Name), null, required: true, item));
        }

        return KindOf(type, guide) is { } kind
            ? new ValueField(name, label, guide.Hint, required, kind, ChoicesOf(type))
            : Group(name, label, guide.Hint, required, type);
    }

    private static ValueKind? KindOf(Type type, RequestGuide.Entry guide) => guide.Kind ?? type switch
    {
        _ when type == typeof(string) => ValueKind.Text,
        _ when type == typeof(int) => ValueKind.Whole,
        _ when type == typeof(decimal) => ValueKind.Decimal,
        _ when type == typeof(DateOnly) => ValueKind.Date,
        _ when type == typeof(bool) => ValueKind.YesNo,
        { IsEnum: true } => ValueKind.Choice,
        _ when ItemOf(type) == typeof(string) => ValueKind.Lines,
        _ => null,
    };

    private static IReadOnlyList<Choice> ChoicesOf(Type type)
    {
        if (type == typeof(bool))
        {
            return [new Choice("true", "Yes"), new Choice("false", "No")];
        }

        return type.IsEnum ? [.. Enum.GetNames(type).Select(value => new Choice(value, RequestGuide.SpellChoice(type, value)))] : [];
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
