using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Redline.Blocks;
using AllianceAgreements.Documents.Redline.CarryOver;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Redline;

/// <summary>The redline of two documents while it is made.</summary>
internal static class RevisedDocument
{
    /// <summary>The package of the redline. What was read of the two documents is changed on the way.</summary>
    public static byte[] Create(RedlineSource before, RedlineSource after, RedlineStamp stamp)
    {
        var package = new RedlinePackage(after);
        var translation = new Translation(before, after, package);
        var marks = new RevisionMarks(stamp, LastId(before, after));
        var context = new RedlineContext(marks, new NotePairs());
        RenumberBookmarks(before, marks);

        var comparer = new BlockComparer(context);
        var content = comparer.Compare(BlocksOf(before.Body), BlocksOf(after.Body));
        if (after.Body.Element(Word.SectionProperties) is { } section)
        {
            content.Add(context.Properties.MergeSection(before.Body.Element(Word.SectionProperties), section));
        }

        var main = new XElement(
            after.Main.Name,
            RootAttributes.Merge(before.Main, after.Main),
            after.Main.Elements().Where(element => element.Name != Word.Body),
            new XElement(Word.Body, content));
        translation.Footnotes.Complete(main, context.Notes, comparer);
        translation.Endnotes.Complete(main, context.Notes, comparer);
        translation.Complete(main);
        Identities.MakeUnique(main);
        package.Replace(after.Package.MainDocument, main);
        return package.ToBytes();
    }

    private static IEnumerable<XElement> BlocksOf(XElement body) => body.Elements().Where(element => element.Name != Word.SectionProperties);

    private static int LastId(params ReadOnlySpan<RedlineSource> sources)
    {
        var last = 0;
        foreach (var source in sources)
        {
            foreach (var attribute in source.Main.Descendants().Attributes(Word.Id))
            {
                last = int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < int.MaxValue / 2 ? Math.Max(last, id) : last;
            }
        }

        return last;
    }

    private static void RenumberBookmarks(RedlineSource source, RevisionMarks marks)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mark in source.Main.Descendants().Where(element => element.Name == Word.BookmarkStart || element.Name == Word.BookmarkEnd))
        {
            var id = (string?)mark.Attribute(Word.Id) ?? "";
            if (!ids.TryGetValue(id, out var number))
            {
                ids.Add(id, number = marks.NextId());
            }

            mark.SetAttributeValue(Word.Id, number);
        }
    }
}
