using System.Xml.Linq;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates;

/// <summary>
/// Puts a <see cref="TagElement"/> in the place of each tag of a paragraph, however Word has split the tag over runs, and
/// leaves the text around it with the formatting it had.
/// </summary>
internal sealed class TagHealer(string file, ICollection<TemplateFault> faults)
{
    private readonly TagScanner _scanner = new(file, faults);

    /// <summary>Heals every paragraph of a part.</summary>
    public void Heal(XElement root)
    {
        foreach (var paragraph in root.DescendantsAndSelf(Word.Paragraph).ToList())
        {
            HealContainer(paragraph, Word.TextOf(paragraph));
        }
    }

    private void HealContainer(XElement container, string paragraph)
    {
        foreach (var inner in container.Elements().Where(IsContainer).ToList())
        {
            HealContainer(inner.Name == Word.ContentControl ? inner.Element(Word.ContentControlContent) ?? inner : inner, paragraph);
        }

        var line = InlineLine.Read(container);
        if (!TagScanner.MayHoldTag(line.Text))
        {
            return;
        }

        var tags = _scanner.Scan(line.Text, paragraph);
        if (tags.Count > 0)
        {
            line.Replace(tags);
        }
    }

    private static bool IsContainer(XElement element) =>
        element.Name.Namespace == Word.Main
        && element.Name.LocalName is "hyperlink" or "fldSimple" or "sdt" or "customXml" or "dir" or "bdo";
}
