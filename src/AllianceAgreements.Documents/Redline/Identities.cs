using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>Numbers that may stand only once in a part; text of two documents side by side repeats them.</summary>
internal static class Identities
{
    /// <summary>Renumbers what is there twice, and removes halves of bookmarks.</summary>
    public static void MakeUnique(XElement root)
    {
        Renumber(root.Descendants(Word.Drawing + "docPr").Attributes("id"));
        Renumber(root.Descendants(Word.ContentControlProperties).Elements(Word.Id).Attributes(Word.Value));
        var starts = root.Descendants(Word.BookmarkStart).Attributes(Word.Id).Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        var ends = root.Descendants(Word.BookmarkEnd).Attributes(Word.Id).Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        root.Descendants().Where(element =>
            (element.Name == Word.BookmarkStart && !ends.Contains((string?)element.Attribute(Word.Id) ?? ""))
            || (element.Name == Word.BookmarkEnd && !starts.Contains((string?)element.Attribute(Word.Id) ?? ""))).Remove();
    }

    /// <summary>Gives bookmarks numbers that nothing else has.</summary>
    public static void RenumberBookmarks(XElement root, RevisionMarks marks)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mark in root.Descendants().Where(element => element.Name == Word.BookmarkStart || element.Name == Word.BookmarkEnd))
        {
            var id = (string?)mark.Attribute(Word.Id) ?? "";
            if (!ids.TryGetValue(id, out var number))
            {
                ids.Add(id, number = marks.NextId());
            }

            mark.SetAttributeValue(Word.Id, number);
        }
    }

    private static void Renumber(IEnumerable<XAttribute> ids)
    {
        List<XAttribute> all = [.. ids];
        var taken = all.Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var next = 0;
        foreach (var id in all.Where(id => !used.Add(id.Value)))
        {
            string free;
            do
            {
                free = (++next).ToString(CultureInfo.InvariantCulture);
            }
            while (!taken.Add(free));
            id.Value = free;
        }
    }
}
