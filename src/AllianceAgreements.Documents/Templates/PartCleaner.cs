using System.Xml.Linq;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates;

/// <summary>
/// Takes out of a part what is about its editing and not part of the agreement: spelling marks, revision save ids, paragraph
/// ids, comments. Tracked changes are refused, because nobody has decided on them yet; the rest is then read as if all
/// were accepted.
/// </summary>
internal sealed class PartCleaner(string file, ICollection<TemplateFault> faults)
{
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
        { "proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef" };

    private static readonly HashSet<string> Insertions = new(StringComparer.Ordinal) { "ins", "moveTo", "cellIns" };

    private static readonly HashSet<string> Deletions = new(StringComparer.Ordinal) { "del", "moveFrom", "cellDel", "cellMerge", "numberingChange" };

    /// <summary>Cleans a part.</summary>
    public void Clean(XElement root)
    {
        RefuseTrackedChanges(root);
        foreach (var element in root.DescendantsAndSelf().ToList())
        {
            CleanAttributes(element);
            if (element.Name.Namespace == Word.Main)
            {
                CleanElement(element);
            }
        }
    }

    private void RefuseTrackedChanges(XElement root)
    {
        var tracked = root.Descendants().Where(element => element.Name.Namespace == Word.Main && IsTracked(element.Name.LocalName)).ToList();
        foreach (var group in tracked.GroupBy(PlaceOf))
        {
            var quoted = group.Key is { } paragraph ? TagPlace.Shorten(AllTextOf(paragraph)) : null;
            var tag = group.Select(AllTextOf).FirstOrDefault(text => text.Contains("{{", StringComparison.Ordinal));
            faults.Add(new TagPlace(file, tag is null ? null : TagPlace.Shorten(tag), quoted).Fault(
                "Here is a tracked change; accept or reject all changes before the file is used."));
        }
    }

    /// <summary>The paragraph that a change is in or, of a change of rows and tables, the first that it reaches.</summary>
    private static XElement? PlaceOf(XElement change) =>
        change.Ancestors(Word.Paragraph).FirstOrDefault()
        ?? change.Ancestors().FirstOrDefault(outer => outer.Name == Word.Cell || outer.Name == Word.Row || outer.Name == Word.Table)?.Descendants(Word.Paragraph).FirstOrDefault();

    private static bool IsTracked(string name) =>
        Insertions.Contains(name) || Deletions.Contains(name) || name.EndsWith("PrChange", StringComparison.Ordinal) || name is "tblGridChange"
        || (name.StartsWith("customXml", StringComparison.Ordinal) && name.EndsWith("RangeStart", StringComparison.Ordinal));

    private static string AllTextOf(XElement element) =>
        string.Concat(element.Descendants().Where(text => text.Name == Word.Text || text.Name == Word.Main + "delText").Select(text => text.Value));

    private static void CleanAttributes(XElement element)
    {
        var attributes = element.Attributes().Where(attribute =>
            (attribute.Name.Namespace == Word.Main && attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal))
            || (attribute.Name.Namespace == Word.Word2010 && attribute.Name.LocalName is "paraId" or "textId"));
        attributes.Remove();
    }

    private static void CleanElement(XElement element)
    {
        var name = element.Name.LocalName;
        if (Marks.Contains(name))
        {
            var run = element.Parent!;
            element.Remove();
            if (run.Name == Word.Run && run.Elements().All(child => child.Name == Word.RunProperties))
            {
                run.Remove();
            }
        }
        else if (name == "smartTag" || Insertions.Contains(name))
        {
            element.ReplaceWith(element.Elements().Where(child => child.Name != Word.Main + "smartTagPr").ToList().ConvertAll(Detach));
        }
        else if (Deletions.Contains(name))
        {
            element.Remove();
        }
        else if (element.Name == Word.BookmarkStart && (string?)element.Attribute(Word.NameAttribute) == "_GoBack")
        {
            var id = (string?)element.Attribute(Word.Id);
            element.Document!.Descendants(Word.BookmarkEnd).Where(end => (string?)end.Attribute(Word.Id) == id).Remove();
            element.Remove();
        }
    }

    private static XElement Detach(XElement element)
    {
        element.Remove();
        return element;
    }
}
