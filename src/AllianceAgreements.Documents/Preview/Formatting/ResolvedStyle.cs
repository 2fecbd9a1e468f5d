namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>A style together with everything it takes from those it builds on.</summary>
internal sealed record ResolvedStyle
{
    public static ResolvedStyle None { get; } = new()
    {
        Name = "",
        Paragraph = ParagraphProperties.None,
        Run = default,
        HasLines = null,
        Chain = [],
    };

    /// <summary>Lowercase.</summary>
    public required string Name { get; init; }

    public required ParagraphProperties Paragraph { get; init; }

    public required RunProperties Run { get; init; }

    public required bool? HasLines { get; init; }

    /// <summary>The style, then those it builds on, each with the list level it sets itself.</summary>
    public required IReadOnlyList<(string Id, int? Level)> Chain { get; init; }
}
