using System.Xml.Linq;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Checking;

/// <summary>A paragraph of a file as it was saved.</summary>
internal sealed record CheckedParagraph
{
    private static readonly XNamespace XmlNames = XNamespace.Xml;

    public required string File { get; init; }

    /// <summary>See <see cref="TemplateFinding.Part"/>.</summary>
    public required string Part { get; init; }

    /// <summary>See <see cref="TemplateFinding.Index"/>.</summary>
    public required int? Index { get; init; }

    /// <summary>See <see cref="TemplateFinding.Clause"/>.</summary>
    public required string? Clause { get; init; }

    public required XElement Element { get; init; }

    /// <summary>Its runs of text in order, with their character styles, as if all tracked changes were accepted.</summary>
    public required IReadOnlyList<StyledText> Runs { get; init; }

    /// <summary>The id of its style.</summary>
    public string StyleId => Element.WordChild("pPr")?.WordChild("pStyle")?.WordAttribute("val") ?? "Normal";

    /// <summary>Its text, tags as they stand.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <summary>Its text as faults quote it, with what tracked changes took out.</summary>
    public string QuotedWithDeletions => TagPlace.Shorten(string.Concat(OwnTexts(Element, withDeletions: true).Select(text => text.Value)));

    /// <summary>Its text as faults quote it.</summary>
    public string Quoted => TagPlace.Shorten(string.Concat(OwnTexts(Element, withDeletions: false).Select(text => text.Value)));

    /// <summary>A fault here.</summary>
    public TemplateFinding Finding(TemplateFindingKind kind, string message, string? tag = null) => new()
    {
        File = File,
        Kind = kind,
        Part = Part,
        Clause = Clause,
        Paragraph = Quoted is { Length: > 0 } text ? text : null,
        Tag = tag,
        Message = message,
        Index = Index,
    };

    /// <summary>The runs of text of a paragraph.</summary>
    public static IReadOnlyList<StyledText> ReadRuns(XElement paragraph)
    {
        var runs = new List<StyledText>();
        foreach (var element in paragraph.Descendants().Where(element => element.IsWord && OwnerOf(element) == paragraph && !IsTakenOut(element)))
        {
            var text = element.Name.LocalName switch
            {
                "t" when (string?)element.Attribute(XmlNames + "space") is "preserve" => element.Value,
                "t" => element.Value.Trim(' ', '\t', '\r', '\n'),
                "tab" when element.Parent!.Name.LocalName is "r" => "\t",
                "br" or "cr" => "\n",
                _ => null,
            };
            if (text is not null)
            {
                runs.Add(new StyledText(text, element.Parent!.WordChild("rPr")?.WordChild("rStyle")?.WordAttribute("val")));
            }
        }

        return runs;
    }

    private static IEnumerable<XElement> OwnTexts(XElement paragraph, bool withDeletions) => paragraph.Descendants()
        .Where(element => element.IsWord && (element.Name.LocalName is "t" || (withDeletions && element.Name.LocalName is "delText")))
        .Where(element => OwnerOf(element) == paragraph && (withDeletions || !IsTakenOut(element)));

    private static bool IsTakenOut(XElement element) => element.Ancestors().Any(outer => outer.IsWord && outer.Name.LocalName is "del" or "moveFrom");

    private static XElement? OwnerOf(XElement element) => element.Ancestors().FirstOrDefault(outer => outer.IsWord && outer.Name.LocalName is "p");
}

/// <summary>A text in a character style; null for none.</summary>
internal sealed record StyledText(string Text, string? StyleId);
