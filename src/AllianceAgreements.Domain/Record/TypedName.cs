namespace AllianceAgreements.Domain.Record;

/// <summary>The name a person types as a mark of intent.</summary>
public static class TypedName
{
    /// <summary>The longest name taken.</summary>
    public const int MaximumLength = 200;

    internal const string Requirement = "Type your full name, 2 to 200 characters.";

    /// <summary>Whether it is one: 2 to <see cref="MaximumLength"/> characters beside white space at the ends, none of them a control character.</summary>
    public static bool IsAcceptable(string? name) =>
        name?.Trim() is { Length: >= 2 and <= MaximumLength } trimmed && !trimmed.Any(char.IsControl);
}
