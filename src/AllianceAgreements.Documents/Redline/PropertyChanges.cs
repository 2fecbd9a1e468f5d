using System.Xml.Linq;
using AllianceAgreements.Documents.Redline.Headers;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>Writes the properties of what stands in both documents: the newer ones, and inside them the older ones where they differ.</summary>
internal sealed class PropertyChanges(RevisionMarks marks)
{
    /// <summary>Properties of a run, a row, a cell or a table; null when there are none and were none.</summary>
    /// <param name="name">Their element ("rPr").</param>
    /// <param name="before">Those of the older document, if any.</param>
    /// <param name="after">Those of the newer document, if any.</param>
    public XElement? Merge(XName name, XElement? before, XElement? after)
    {
        var merged = after is null ? null : new XElement(after);
        if (ContentOf(before) != ContentOf(after))
        {
            merged ??= new XElement(name);
            merged.Add(marks.Former($"{name.LocalName}Change", before is null ? new XElement(name) : new XElement(before)));
        }

        return merged;
    }

    /// <summary>Properties of a paragraph, with those of its mark and of the section it ends; null when there are none and were none.</summary>
    public XElement? MergeParagraph(XElement? before, XElement? after)
    {
        var merged = new XElement(Word.ParagraphProperties, after?.Attributes(), BaseOf(after));
        var format = Merge(Word.RunProperties, before?.Element(Word.RunProperties), after?.Element(Word.RunProperties));
        if (format is { HasElements: true })
        {
            merged.Add(format);
        }

        if (after?.Element(Word.SectionProperties) is { } section)
        {
            merged.Add(MergeSection(before?.Element(Word.SectionProperties), section));
        }

        if (CanonicalXml.Of(BaseOf(before)) != CanonicalXml.Of(BaseOf(after)))
        {
            merged.Add(marks.Former("pPrChange", new XElement(Word.ParagraphProperties, BaseOf(before))));
        }

        return merged.HasElements ? merged : null;
    }

    /// <summary>Properties of a section that is in the newer document. Its headers and footers are compared elsewhere.</summary>
    public XElement MergeSection(XElement? before, XElement after)
    {
        var merged = new XElement(after);
        merged.SetAttributeValue(Origins.SectionBefore, (string?)before?.Attribute(Origins.SectionBefore));
        if (before is not null && CanonicalXml.Of(WithoutHeaders(before)) != CanonicalXml.Of(WithoutHeaders(after)))
        {
            merged.Add(marks.Former("sectPrChange", new XElement(Word.SectionProperties, WithoutHeaders(before))));
        }

        return merged;
    }

    /// <summary>The columns of a table (17.4.48); the older ones are kept without author and date.</summary>
    public XElement? MergeGrid(XElement? before, XElement? after)
    {
        var merged = after is null ? null : new XElement(after);
        if (merged is not null && before is not null && ContentOf(before) != ContentOf(after))
        {
            merged.Add(new XElement(Word.Main + "tblGridChange", new XAttribute(Word.Id, marks.NextId()), new XElement(before)));
        }

        return merged;
    }

    private static string ContentOf(XElement? properties) => properties is null ? "" : CanonicalXml.Of(properties.Elements());

    private static IEnumerable<XElement> BaseOf(XElement? properties) =>
        properties?.Elements().Where(element => element.Name != Word.RunProperties && element.Name != Word.SectionProperties) ?? [];

    private static IEnumerable<XElement> WithoutHeaders(XElement section) =>
        section.Elements().Where(element => !SectionHeaders.IsReference(element));
}
