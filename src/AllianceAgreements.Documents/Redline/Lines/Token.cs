using System.Xml.Linq;

namespace AllianceAgreements.Documents.Redline.Lines;

/// <summary>What a piece of a line is.</summary>
internal enum TokenKind
{
    /// <summary>Text of a run.</summary>
    Text,

    /// <summary>Anything else in a run: a tab, a break, a picture, the reference to a note.</summary>
    Content,

    /// <summary>Elements of the line taken together: a field with its code and result, a formula.</summary>
    Pieces,

    /// <summary>The beginning of a hyperlink, a content control or the like.</summary>
    Open,

    /// <summary>Its end.</summary>
    Close,

    /// <summary>The end of the line.</summary>
    End,
}

/// <summary>A piece of a line, as it is compared.</summary>
internal sealed record Token
{
    public required TokenKind Kind { get; init; }

    /// <summary>The same for pieces that say the same, whatever their formatting.</summary>
    public required int Key { get; init; }

    public string Text { get; init; } = "";

    /// <summary>The properties of its run, if any.</summary>
    public XElement? Format { get; init; }

    /// <summary>The same for runs that look the same.</summary>
    public int FormatKey { get; init; }

    /// <summary>What stands in the document.</summary>
    public IReadOnlyList<XElement> Elements { get; init; } = [];

    /// <summary>Marks of places that stand right before it.</summary>
    public IReadOnlyList<XElement> Markers { get; init; } = [];

    /// <summary>For a beginning, where its end is among the tokens, and the reverse.</summary>
    public int Partner { get; set; } = -1;
}
