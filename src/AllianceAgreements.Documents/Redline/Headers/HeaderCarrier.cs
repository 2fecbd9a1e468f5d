using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Redline.Blocks;
using AllianceAgreements.Documents.Redline.CarryOver;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Headers;

/// <summary>
/// Compares the headers and footers of two documents, section by section. That a section refers to a header cannot be tracked
/// (17.6.18: the former properties of a section hold no references), but its text can; so a section of the redline refers to what it
/// showed in the two documents, compared.
/// </summary>
internal sealed class HeaderCarrier
{
    private readonly RedlineSource _before;
    private readonly RedlineSource _after;
    private readonly RedlinePackage _package;
    private readonly List<string?[]> _shownBefore;
    private readonly List<string?[]> _shownAfter;

    /// <param name="before">The older document; its sections refer to nothing from here on.</param>
    /// <param name="after">The newer document.</param>
    /// <param name="package">The redline.</param>
    public HeaderCarrier(RedlineSource before, RedlineSource after, RedlinePackage package)
    {
        (_before, _after, _package) = (before, after, package);
        _shownBefore = SectionHeaders.ReadAll(before, Origins.SectionBefore);
        _shownAfter = SectionHeaders.ReadAll(after, Origins.SectionAfter);
        before.Main.Descendants(Word.SectionProperties).Elements().Where(SectionHeaders.IsReference).Remove();
    }

    /// <summary>Writes the headers and footers of the redline.</summary>
    /// <param name="main">The main part of the redline.</param>
    /// <param name="translation">What lets the older document speak as the newer one does.</param>
    /// <param name="context">What the comparison shares.</param>
    /// <param name="comparer">What compares their content.</param>
    /// <returns>The parts that are not those of the newer document.</returns>
    public IReadOnlyDictionary<string, XElement> Complete(XElement main, Translation translation, RedlineContext context, BlockComparer comparer)
    {
        var sections = main.Descendants(Word.SectionProperties)
            .Where(section => section.Attribute(Origins.SectionBefore) is not null || section.Attribute(Origins.SectionAfter) is not null)
            .Select(section => (Section: section, Shown: PairsOf(section))).ToList();
        var parts = new HeaderParts(_before, _after, _package, translation, context, comparer);
        parts.Create(sections.SelectMany(section => section.Shown).OfType<HeaderPair>().Distinct());

        var previous = new HeaderPair?[SectionHeaders.Kinds.Count];
        foreach (var (section, shown) in sections)
        {
            var references = ReferencesOf(section, shown, previous, parts).ToList();
            section.Elements().Where(SectionHeaders.IsReference).Remove();
            section.AddFirst(references);
            previous = shown;
        }

        return parts.Roots;
    }

    private HeaderPair?[] PairsOf(XElement section)
    {
        var before = ShownBy(section, Origins.SectionBefore, _shownBefore);
        var after = ShownBy(section, Origins.SectionAfter, _shownAfter);
        var pairs = new HeaderPair?[SectionHeaders.Kinds.Count];
        for (var kind = 0; kind < pairs.Length; kind++)
        {
            var (former, latter) = (before?[kind], after?[kind]);
            pairs[kind] = former is null && latter is null ? null : new HeaderPair(former, latter, before is not null && after is not null);
        }

        return pairs;
    }

    private static string?[]? ShownBy(XElement section, XName mark, List<string?[]> shown) =>
        (string?)section.Attribute(mark) is { } place ? shown[int.Parse(place, CultureInfo.InvariantCulture)] : null;

    /// <summary>A section says nothing of what it shows like the one before it, if both stay or go together; unless the newer document does.</summary>
    private static IEnumerable<XElement> ReferencesOf(XElement section, HeaderPair?[] shown, HeaderPair?[] previous, HeaderParts parts)
    {
        for (var kind = 0; kind < shown.Length; kind++)
        {
            if (shown[kind] is { } pair && (pair != previous[kind] || SectionHeaders.Find(section, kind) is not null))
            {
                yield return SectionHeaders.Refer(kind, parts.LinkTo(pair));
            }
        }
    }
}
