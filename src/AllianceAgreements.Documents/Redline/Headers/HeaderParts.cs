using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Redline.Blocks;
using AllianceAgreements.Documents.Redline.CarryOver;

namespace AllianceAgreements.Documents.Redline.Headers;

/// <summary>Makes the parts of the redline that hold headers and footers: as they are in one of the documents, or with their changes.</summary>
internal sealed class HeaderParts(
    RedlineSource before, RedlineSource after, RedlinePackage package, Translation translation, RedlineContext context, BlockComparer comparer)
{
    private readonly Dictionary<HeaderPair, string> _names = [];
    private readonly HashSet<string> _taken = new(PartName.Comparer);
    private readonly Dictionary<string, string> _links = new(PartName.Comparer);
    private readonly Dictionary<string, XElement> _roots = new(PartName.Comparer);
    private int _made;

    /// <summary>The parts that are not those of the newer document.</summary>
    public IReadOnlyDictionary<string, XElement> Roots => _roots;

    /// <summary>Makes the parts.</summary>
    public void Create(IEnumerable<HeaderPair> pairs)
    {
        var changed = new List<(HeaderPair Pair, XElement? Former, LinkCarrier? Links)>();
        foreach (var pair in pairs)
        {
            var links = pair.Before is null ? null : new LinkCarrier(before, after, package, pair.Before, pair.After);
            var former = pair.Before is null ? null : Translate(pair.Before, links!);
            if (pair.After is not null && (!pair.IsRevised || (former is not null && IsSame(former, after.RootOf(pair.After)))))
            {
                _names.Add(pair, pair.After);
                _taken.Add(pair.After);
            }
            else
            {
                changed.Add((pair, former, links));
            }
        }

        // What some section shows as it is keeps its part; changes go into others.
        foreach (var (pair, former, links) in changed)
        {
            var name = pair.After is { } own && !_taken.Contains(own) ? own : NewName(pair);
            _names.Add(pair, name);
            _taken.Add(name);
            if (links is not null)
            {
                translation.Register(name, links);
            }

            Write(name, pair, former);
        }
    }

    /// <summary>The relationship of the main part that leads to a header or footer.</summary>
    public string LinkTo(HeaderPair pair)
    {
        var name = _names[pair];
        if (!_links.TryGetValue(name, out var id))
        {
            var main = after.Package.MainDocument;
            id = after.Package.RelationshipsOf(main).FirstOrDefault(link => !link.IsExternal && PartName.Comparer.Equals(link.Target, name))?.Id;
            if (id is null)
            {
                var kind = KindOf(_roots[name]);
                id = package.NewLinkId(main, kind);
                package.AddLink(main, id, kind, $"/{name}", isExternal: false);
            }

            _links.Add(name, id);
        }

        return id;
    }

    private XElement Translate(string part, LinkCarrier links)
    {
        var root = new XElement(before.RootOf(part));
        Identities.RenumberBookmarks(root, context.Marks);
        translation.Translate(root);
        links.Translate(root);
        return root;
    }

    private static bool IsSame(XElement former, XElement latter) =>
        former.Name == latter.Name && CanonicalXml.Of(former.Elements()) == CanonicalXml.Of(latter.Elements());

    private void Write(string name, HeaderPair pair, XElement? former)
    {
        var latter = pair.After is null ? null : after.RootOf(pair.After);
        var root = new XElement(
            (latter ?? former)!.Name,
            RootAttributes.Merge((former ?? latter)!, (latter ?? former)!),
            pair.IsRevised ? comparer.Compare(former?.Elements() ?? [], latter?.Elements() ?? []) : former!.Elements());
        _roots.Add(name, root);
        if (name == pair.After)
        {
            package.Replace(name, root);
            return;
        }

        package.AddPart(name, $"application/vnd.openxmlformats-officedocument.wordprocessingml.{KindOf(root)}+xml", root);
        foreach (var link in pair.After is null ? [] : after.Package.RelationshipsOf(pair.After))
        {
            package.AddLink(name, link.Id, link.Kind, link.IsExternal ? link.Target : $"/{link.Target}", link.IsExternal);
        }
    }

    /// <summary>What the relationship is called, and the part's type, and its file.</summary>
    private static string KindOf(XElement root) => root.Name.LocalName == "ftr" ? "footer" : "header";

    private string NewName(HeaderPair pair)
    {
        var kind = KindOf(pair.After is null ? before.RootOf(pair.Before!) : after.RootOf(pair.After));
        string name;
        do
        {
            name = string.Create(CultureInfo.InvariantCulture, $"word/{kind}-compared{++_made}.xml");
        }
        while (package.Contains(name));

        return name;
    }
}
