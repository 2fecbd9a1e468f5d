using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Redline.Blocks;
using AllianceAgreements.Documents.Redline.CarryOver;
using AllianceAgreements.Documents.Redline.Headers;
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
        var headers = new HeaderCarrier(before, after, package);
        var translation = new Translation(before, after, package);
        var marks = new RevisionMarks(stamp, LastId(before, after));
        var context = new RedlineContext(marks, new NotePairs());
        foreach (var root in before.TextRoots())
        {
            Identities.RenumberBookmarks(root, marks);
        }

        var comparer = new BlockComparer(context);
        var main = Compare(before, after, context, comparer);
        var roots = new Dictionary<string, XElement>(PartName.Comparer) { [after.Package.MainDocument] = main };
        foreach (var (part, notes) in translation.Notes)
        {
            notes.Complete(roots.Values, context.Notes, comparer);
            if (notes.Root is { } root)
            {
                roots.Add(part, root);
            }
        }

        foreach (var (part, root) in headers.Complete(main, translation, context, comparer))
        {
            roots.Add(part, root);
        }

        translation.Complete(roots);
        foreach (var root in roots.Values)
        {
            CommentMarks.DropTorn(root);
            Identities.MakeUnique(root);
            Origins.Clear(root);
        }

        package.Replace(after.Package.MainDocument, main);
        return package.ToBytes();
    }

    private static XElement Compare(RedlineSource before, RedlineSource after, RedlineContext context, BlockComparer comparer)
    {
        var content = comparer.Compare(BlocksOf(before.Body), BlocksOf(after.Body));
        if (after.Body.Element(Word.SectionProperties) is { } section)
        {
            content.Add(context.Properties.MergeSection(before.Body.Element(Word.SectionProperties), section));
        }

        return new XElement(
            after.Main.Name,
            RootAttributes.Merge(before.Main, after.Main),
            after.Main.Elements().Where(element => element.Name != Word.Body),
            new XElement(Word.Body, content));
    }

    private static IEnumerable<XElement> BlocksOf(XElement body) => body.Elements().Where(element => element.Name != Word.SectionProperties);

    private static int LastId(params ReadOnlySpan<RedlineSource> sources)
    {
        var last = 0;
        foreach (var source in sources)
        {
            foreach (var attribute in source.TextRoots().SelectMany(root => root.Descendants().Attributes(Word.Id)))
            {
                last = int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id < int.MaxValue / 2 ? Math.Max(last, id) : last;
            }
        }

        return last;
    }
}
