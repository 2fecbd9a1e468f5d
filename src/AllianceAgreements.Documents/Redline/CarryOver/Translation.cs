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

    private static readonly string[] NoteKinds = ["footnotes", "endnotes", "comments"];

    private readonly RedlineSource _before;
    private readonly RedlineSource _after;
    private readonly ListCarrier _lists;
    private readonly StyleCarrier _styles;
    private readonly List<(string Part, LinkCarrier Links)> _links = [];
    private readonly HashSet<string> _bookmarks;

    public Translation(RedlineSource before, RedlineSource after, RedlinePackage package)
    {
        (_before, _after) = (before, after);
        _bookmarks = after.TextRoots().SelectMany(root => root.Descendants(Word.BookmarkStart)).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _lists = new ListCarrier(new ListDefinitions(before.Root("numbering")), new ListDefinitions(after.Root("numbering")), package);
        _styles = new StyleCarrier(before, after, package, _lists);
        Notes = [.. NoteKinds.Select(kind => (package.NameOf(kind), new NoteCarrier(before, after, package, kind)))];
        _styles.PairLists();
        PairLists();
        Adopt(before.Package.MainDocument, after.Package.MainDocument);
        foreach (var kind in NoteKinds.Where(kind => before.Root(kind) is not null))
        {
            Adopt(before.Find(kind)!, package.NameOf(kind));
        }

        void Adopt(string partBefore, string part)
        {
            var links = new LinkCarrier(before, after, package, partBefore, part);
            Translate(before.RootOf(partBefore));
            links.Translate(before.RootOf(partBefore));
            Register(part, links);
        }
    }

    /// <summary>What compares footnotes, endnotes and comments, with the part of the redline that each is in.</summary>
    public IReadOnlyList<(string Part, NoteCarrier Carrier)> Notes { get; }

    /// <summary>Lets a part of the redline have the relationships it needs of the older document.</summary>
    public void Register(string part, LinkCarrier links) => _links.Add((part, links));

    /// <summary>Lets text of the older document speak as the newer one does, but for its links.</summary>
    public void Translate(XElement root)
    {
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
            else if (IsLeftOut(element, name, dropped))
            {
                element.Remove();
            }
        }
    }

    /// <summary>Adds what the redline uses and only the older document has.</summary>
    /// <param name="roots">The parts of the redline that hold text.</param>
    public void Complete(IReadOnlyDictionary<string, XElement> roots)
    {
        foreach (var (part, links) in _links)
        {
            if (roots.TryGetValue(part, out var root))
            {
                links.Complete(part, root);
            }
        }

        _styles.Complete(ValuesOf(roots.Values, element => StyleReferences.Contains(element.Name.LocalName)));
        _lists.Complete(
            ValuesOf(_after.Root("styles") is { } styles ? roots.Values.Append(styles) : roots.Values, element => element.Name == Word.ListId), _styles.Map);
    }

    private static HashSet<string> ValuesOf(IEnumerable<XElement> roots, Func<XElement, bool> isReference) => roots
        .SelectMany(root => root.Descendants().Where(isReference)).Select(Word.ValueOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

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

    /// <summary>Permissions are those of the newer document, and so are bookmarks that both have.</summary>
    private bool IsLeftOut(XElement element, string name, HashSet<string> dropped)
    {
        var id = (string?)element.Attribute(Word.Id) ?? "";
        return name switch
        {
            "permStart" or "permEnd" => true,
            "bookmarkStart" => _bookmarks.Contains(NameOf(element)) && dropped.Add(id),
            "bookmarkEnd" => dropped.Contains(id),
            _ => false,
        };
    }

    private static string NameOf(XElement bookmark) => (string?)bookmark.Attribute(Word.NameAttribute) ?? "";
}
