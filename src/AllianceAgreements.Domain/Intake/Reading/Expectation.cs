using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>Says in words what stands, and what should stand, in a request.</summary>
internal static class Expectation
{
    /// <summary>What a value of the type looks like: "a whole number", "one of Lead, Partner".</summary>
    public static string Of(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => $"an object with the fields {string.Join(", ", type.Properties.Select(property => property.Name))}",
        JsonTypeInfoKind.Enumerable => "a list",
        _ => OfScalar(Nullable.GetUnderlyingType(type.Type) ?? type.Type),
    };

    /// <summary>What kind of value an element is: "a list", "the text "12"".</summary>
    public static string ActualKind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => JsonText.Of(element) is { } text ? $"the text {Quoted.Value(text)}" : "text",
        JsonValueKind.Number => $"the number {Quoted.Bare(element.GetRawText())}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    private static string OfScalar(Type type) =>
        type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(int) ? "a whole number"
        : type == typeof(decimal) ? "a number"
        : type == typeof(bool) ? "true or false"
        : type == typeof(DateOnly) ? "a date as \"yyyy-MM-dd\""
        : "text";
}
