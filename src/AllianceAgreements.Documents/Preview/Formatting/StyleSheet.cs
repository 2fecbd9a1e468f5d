using System.Xml;

namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>The styles of a document, each with what it takes from the styles it builds on (17.7.4).</summary>
internal sealed class StyleSheet
{
    /// <summary>Longer chains are circles or mischief; Word's own styles build on three or four others.</summary>
    private const int LongestChain = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResolvedStyle> _resolved = new(StringComparer.Ordinal);

    private StyleSheet()
    {
    }

    /// <summary>The style sheet of a document without one.</summary>
    public static StyleSheet Empty { get; } = new();

    public static StyleSheet Read(XmlReader reader)
    {
        var sheet = new StyleSheet();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "style", IsWord: true })
            {
                sheet.Add(Style.Read(reader));
            }
        }

        foreach (var style in sheet._styles.Values)
        {
            sheet._resolved[style.Id] = sheet.Resolve(style);
            if (style is { IsDefault: true, Kind: "paragraph" })
            {
                sheet.DefaultParagraph = sheet._resolved[style.Id];
            }
        }

        return sheet;
    }

    /// <summary>The style of paragraphs that name none.</summary>
    public ResolvedStyle DefaultParagraph { get; private set; } = ResolvedStyle.None;

    /// <summary>The style of a paragraph; the default where it names none or one that does not exist.</summary>
    public ResolvedStyle Paragraph(string? id) => Find(id) ?? DefaultParagraph;

    /// <summary>A character style; none where there is no such style.</summary>
    public RunProperties Character(string? id) => Find(id)?.Run ?? default;

    /// <summary>Whether tables of a style have lines.</summary>
    public bool HasLines(string? id) => Find(id)?.HasLines ?? false;

    /// <summary>The numbering a list style stands for (17.9.27).</summary>
    public int? NumberingOfList(string id) => Find(id)?.Paragraph.NumberingId;

    private void Add(Style style) => _styles.TryAdd(style.Id, style);

    private ResolvedStyle? Find(string? id) => id is null ? null : _resolved.GetValueOrDefault(id);

    private ResolvedStyle Resolve(Style style)
    {
        var chain = new List<Style> { style };
        while (chain[^1].BasedOn is { } basis && _styles.TryGetValue(basis, out var next) && chain.Count < LongestChain)
        {
            chain.Add(next);
        }

        var (paragraph, run) = (ParagraphProperties.None, default(RunProperties));
        foreach (var link in Enumerable.Reverse(chain))
        {
            paragraph = link.Paragraph.Over(paragraph);
            run = link.Run.Over(run);
        }

        // Authors make headings of their own ("Part Heading", Word's "TOC Heading") and forget, or avoid, the outline level.
        if (paragraph.OutlineLevel is null && style.Name.EndsWith(" heading", StringComparison.Ordinal))
        {
            paragraph = paragraph.WithOutlineLevel(0);
        }

        return new ResolvedStyle
        {
            Name = style.Name,
            Paragraph = paragraph,
            Run = run,
            HasLines = chain.Select(link => link.HasLines).FirstOrDefault(lines => lines is not null),
            Chain = [.. chain.Select(link => (link.Id, link.Paragraph.NumberingLevel))],
        };
    }
}
