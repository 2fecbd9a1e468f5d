using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Headers;

/// <summary>The headers and footers that the sections of a document show. A section that names none of a kind shows that of the section before it (17.10.5).</summary>
internal static class SectionHeaders
{
    private static readonly XName Type = Word.Main + "type";
    private static readonly XName LinkId = Word.Relationships + "id";

    /// <summary>What a section can have, as elements that refer to it.</summary>
    public static IReadOnlyList<(XName Reference, string Type)> Kinds { get; } =
    [
        .. from reference in new[] { "headerReference", "footerReference" }
           from type in new[] { "even", "default", "first" }
           select (Word.Main + reference, type),
    ];

    /// <summary>Whether an element refers to a header or footer.</summary>
    public static bool IsReference(XElement element) => element.Name.LocalName is "headerReference" or "footerReference";

    /// <summary>The element of a section that refers to what it has of a kind; null when it names none.</summary>
    public static XElement? Find(XElement section, int kind) => section.Elements(Kinds[kind].Reference)
        .FirstOrDefault(reference => ((string?)reference.Attribute(Type) ?? "default") == Kinds[kind].Type);

    /// <summary>An element that refers to a header or footer.</summary>
    public static XElement Refer(int kind, string link) =>
        new(Kinds[kind].Reference, new XAttribute(Type, Kinds[kind].Type), new XAttribute(LinkId, link));

    /// <summary>The parts that each section of a document shows, by kind; null where it shows nothing. Each section is marked with its place.</summary>
    /// <param name="source">The document.</param>
    /// <param name="mark">The attribute that says which section it is.</param>
    public static List<string?[]> ReadAll(RedlineSource source, XName mark)
    {
        var links = source.Package.RelationshipsOf(source.Package.MainDocument)
            .Where(link => link is { IsExternal: false, Kind: "header" or "footer" } && source.Package.Contains(link.Target))
            .ToLookup(link => link.Id, link => link.Target, StringComparer.Ordinal);
        var sections = new List<string?[]>();
        var shown = new string?[Kinds.Count];
        foreach (var section in source.Main.Descendants(Word.SectionProperties))
        {
            for (var kind = 0; kind < Kinds.Count; kind++)
            {
                shown[kind] = Find(section, kind) is { } reference ? links[(string?)reference.Attribute(LinkId) ?? ""].FirstOrDefault() : shown[kind];
            }

            section.SetAttributeValue(mark, sections.Count.ToString(CultureInfo.InvariantCulture));
            sections.Add([.. shown]);
        }

        return sections;
    }
}
