namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>How a run of text looks and what changed about it.</summary>
[Flags]
internal enum InlineFormat
{
    None = 0,
    Inserted = 1,
    Deleted = 1 << 1,
    RightToLeft = 1 << 2,
    Bold = 1 << 3,
    Italic = 1 << 4,
    Underline = 1 << 5,
    Strike = 1 << 6,
    Caps = 1 << 7,
    SmallCaps = 1 << 8,
    Superscript = 1 << 9,
    Subscript = 1 << 10,
    Hidden = 1 << 11,

    /// <summary>The text stayed and looks otherwise than before.</summary>
    Reformatted = 1 << 12,

    /// <summary>What came or went.</summary>
    Changed = Inserted | Deleted,

    /// <summary>Properties that a style turns over rather than on, when another level of styles has them on (17.7.3).</summary>
    Toggles = Bold | Italic | Strike | Caps | SmallCaps | Hidden,
}
