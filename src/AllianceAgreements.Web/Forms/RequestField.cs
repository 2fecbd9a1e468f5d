namespace AllianceAgreements.Web.Forms;

/// <summary>A part of the guided form: one property of the request model.</summary>
/// <param name="Name">Its name in the request's JSON.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Hint">What belongs in it; null when the label says enough.</param>
/// <param name="Required">Whether a request must have it.</param>
public abstract record RequestField(string Name, string Label, string? Hint, bool Required);

/// <summary>A single value.</summary>
/// <param name="Name">See <see cref="RequestField"/>.</param>
/// <param name="Label">See <see cref="RequestField"/>.</param>
/// <param name="Hint">See <see cref="RequestField"/>.</param>
/// <param name="Required">See <see cref="RequestField"/>.</param>
/// <param name="Kind">What kind of value.</param>
/// <param name="Choices">What can be chosen; empty unless <see cref="ValueKind.Choice"/> or <see cref="ValueKind.YesNo"/>.</param>
public sealed record ValueField(
    string Name, string Label, string? Hint, bool Required, ValueKind Kind, IReadOnlyList<Choice> Choices)
    : RequestField(Name, Label, Hint, Required);

/// <summary>Fields that belong together.</summary>
/// <param name="Name">See <see cref="RequestField"/>.</param>
/// <param name="Label">See <see cref="RequestField"/>.</param>
/// <param name="Hint">See <see cref="RequestField"/>.</param>
/// <param name="Required">See <see cref="RequestField"/>.</param>
/// <param name="Fields">The fields, in order.</param>
public sealed record GroupField(string Name, string Label, string? Hint, bool Required, IReadOnlyList<RequestField> Fields)
    : RequestField(Name, Label, Hint, Required);

/// <summary>Rows that can be added and removed.</summary>
/// <param name="Name">See <see cref="RequestField"/>.</param>
/// <param name="Label">See <see cref="RequestField"/>.</param>
/// <param name="Hint">See <see cref="RequestField"/>.</param>
/// <param name="Required">See <see cref="RequestField"/>.</param>
/// <param name="Row">What a row holds; its label is what one row is called.</param>
public sealed record RowsField(string Name, string Label, string? Hint, bool Required, GroupField Row)
    : RequestField(Name, Label, Hint, Required);

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">As the request's JSON has it.</param>
/// <param name="Label">As people read it.</param>
public sealed record Choice(string Value, string Label);

/// <summary>Kinds of value.</summary>
public enum ValueKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>A paragraph or more.</summary>
    Paragraph,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with decimals.</summary>
    Decimal,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>True or false.</summary>
    YesNo,

    /// <summary>One of a few.</summary>
    Choice,

    /// <summary>The short name of a party.</summary>
    Party,

    /// <summary>Several texts, one a line.</summary>
    Lines,

    /// <summary>Several short names of parties, one a line.</summary>
    PartyLines,

    /// <summary>An image, as a file; what is typed is its base64.</summary>
    Image,
}
