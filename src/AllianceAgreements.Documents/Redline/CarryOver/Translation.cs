using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>
/// Lets the text of the older document speak of styles, lists, notes and links as the newer one does, so that both can be compared
/// and deleted text can stand beside inserted text; at the end adds what the newer document lacks.
/// </summary>
internal sealed class Translation
{
    private static readonly HashSet<string> StyleReferences = new(StringComparer.Ordinal) { "pStyle", "rStyle", "tblStyle" };

    private readonly RedlineSource _before;
    private readonly RedlineSource _after;
    private readonly ListCarrier _lists;
    private readonly StyleCarrier _styles;
    private readonly List<(string Kind, LinkCarrier Links)> _links = [];

    public Translation(RedlineSource before, RedlineSource after, RedlinePackage package)
    {
        (_before, _after) = (before, after);
        _lists = new ListCarrier(new ListDefinitions(before.Root("numbering")), new ListDefinitions(after.Root("numbering")), package);
        _styles = new StyleCarrier(before, after, package, _lists);
        Footnotes = new NoteCarrier(before, after, package, "footnotes");
        Endnotes = new NoteCarrier(before, after, package, "endnotes");
        _styles.PairLists();
        PairLists();
        foreach (var (kind, root) in PartsOf(before))
        {
            Translate(root);
            var links = new LinkCarrier(before, after, package, NameOf(before, kind), kind.Length == 0 ? after.Package.MainDocument : package.NameOf(kind));
            links.Translate(root);
            _links.Add((kind, links));
        }
    }

    public NoteCarrier Footnotes { get; }

    public NoteCarrier Endnotes { get; }

    /// <summary>Adds what the redline uses and only the older document has.</summary>
    /// <param name="main">The main part of the redline.</param>
    public void Complete(XElement main)
    {
        List<(string Kind, XElement Root)> roots = [("", main)];
        roots.AddRange(new[] { ("footnotes", Footnotes.Root), ("endnotes", Endnotes.Root) }.Where(part => part.Root is not null)!);
        foreach (var (kind, links) in _links)
        {
            if (roots.Find(part => part.Kind == kind).Root is { } root)
            {
                links.Complete(root);
            }
        }

        _styles.Complete(ValuesOf(roots, element => StyleReferences.Contains(element.Name.LocalName)));
        roots.AddRange(_after.Root("styles") is { } styles ? [("styles", styles)] : []);
        _lists.Complete(ValuesOf(roots, element => element.Name == Word.ListId), _styles.Map);
    }

    private static HashSet<string> ValuesOf(List<(string Kind, XElement Root)> roots, Func<XElement, bool> isReference) => roots
        .SelectMany(part => part.Root.Descendants().Where(isReference)).Select(Word.ValueOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The parts whose text is compared.</summary>
    private static IEnumerable<(string Kind, XElement Root)> PartsOf(RedlineSource source)
    {
        yield return ("", source.Main);
        foreach (var kind in new[] { "footnotes", "endnotes" })
        {
            if (source.Root(kind) is { } root)
            {
                yield return (kind, root);
            }
        }
    }

    private static string NameOf(RedlineSource source, string kind) => kind.Length == 0 ? source.Package.MainDocument : source.Find(kind)!;

    /// <summary>Pairs the lists of paragraphs that are the same; then those that are left, in the order of their first paragraphs.</summary>
    private void PairLists()
    {
        var keys = new KeyTable();
        var before = ListedParagraph.ReadAll(_before, keys, _lists.SignatureBefore);
        var after = ListedParagraph.ReadAll(_after, keys, _lists.SignatureAfter);
        var matches = SequenceDiff.Match([.. before.Select(item => item.Key)], [.. after.Select(item => item.Key)]);
        for (var index = 0; index < matches.Length; index++)
        {
            if (matches[index] >= 0)
            {
                _lists.Pair(before[index].List, after[matches[index]].List);
            }
        }

        var left = after.Select(item => item.List).Distinct(StringComparer.Ordinal).ToLookup(_lists.SignatureAfter, StringComparer.Ordinal);
        foreach (var list in before.Select(item => item.List).Distinct(StringComparer.Ordinal))
        {
            foreach (var candidate in left[_lists.SignatureBefore(list)])
            {
                _lists.Pair(list, candidate);
            }
        }
    }

    private void Translate(XElement root)
    {
        var names = _after.Main.Descendants(Word.BookmarkStart).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.Descendants().ToList())
        {
            var name = element.Name.LocalName;
            if (element.Name.Namespace != Word.Main)
            {
                continue;
            }

            if (StyleReferences.Contains(name))
            {
                element.SetAttributeValue(Word.Value, _styles.Map(Word.ValueOf(element) ?? ""));
            }
            else if (element.Name == Word.ListId)
            {
                element.SetAttributeValue(Word.Value, _lists.Map(Word.ValueOf(element) ?? ""));
            }
            else if (IsLeftOut(element, name, names, dropped))
            {
                element.Remove();
            }
        }
    }

    /// <summary>Comments and headers are those of the newer document, and so are bookmarks that both have.</summary>
    private static bool IsLeftOut(XElement element, string name, HashSet<string> names, HashSet<string> dropped)
    {
        var id = (string?)element.Attribute(Word.Id) ?? "";
        return name switch
        {
            "commentRangeStart" or "commentRangeEnd" or "commentReference" or "permStart" or "permEnd" => true,
            "headerReference" or "footerReference" => true,
            "bookmarkStart" => names.Contains(NameOf(element)) && dropped.Add(id),
            "bookmarkEnd" => dropped.Contains(id),
            _ => false,
        };
    }

    private static string NameOf(XElement bookmark) => (string?)bookmark.Attribute(Word.NameAttribute) ?? "";
}
