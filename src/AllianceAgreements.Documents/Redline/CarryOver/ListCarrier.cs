using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>
/// Finds for each list of the older document the one of the newer document that it is, so that deleted paragraphs count on in it; the
/// lists that are in the older document alone are taken over. Lists that share a definition count together, so they stay together.
/// </summary>
internal sealed class ListCarrier(ListDefinitions before, ListDefinitions after, RedlinePackage package)
{
    /// <summary>The number that means "no list".</summary>
    private const string None = "0";

    private static readonly XName Level = Word.Main + "ilvl";

    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _carried = new(StringComparer.Ordinal);
    private int _carriedDefinitions;

    /// <summary>How a list of the older document counts and looks.</summary>
    public string SignatureBefore(string list) => before.SignatureOf(list);

    /// <summary>How a list of the newer document counts and looks.</summary>
    public string SignatureAfter(string list) => after.SignatureOf(list);

    /// <summary>The level of a list of the older document that a style stands for; null when it stands for none.</summary>
    public string? LevelBefore(string list, string style) => before.DefinitionOf(list) is { } definition
        ? (string?)before.FindDefinition(definition).Elements(Word.Main + "lvl")
            .FirstOrDefault(level => Word.ValueOf(level.Element(Names.Style)) == style)?.Attribute(Level)
        : null;

    /// <summary>Takes two lists for the same, if they are alike and nothing speaks against it.</summary>
    public void Pair(string listBefore, string listAfter)
    {
        if (_lists.ContainsKey(listBefore) || _taken.Contains(listAfter) || before.SignatureOf(listBefore) != after.SignatureOf(listAfter)
            || before.DefinitionOf(listBefore) is not { } definitionBefore || after.DefinitionOf(listAfter) is not { } definitionAfter)
        {
            return;
        }

        if (_definitions.TryGetValue(definitionBefore, out var paired) ? paired != definitionAfter : _definitions.ContainsValue(definitionAfter))
        {
            return;
        }

        _definitions[definitionBefore] = definitionAfter;
        _lists.Add(listBefore, listAfter);
        _taken.Add(listAfter);
    }

    /// <summary>What a list of the older document is called in the redline.</summary>
    public string Map(string list)
    {
        if (before.DefinitionOf(list) is null)
        {
            return None;
        }

        if (!_lists.TryGetValue(list, out var id))
        {
            id = (after.LastList + _carried.Count + 1).ToString(CultureInfo.InvariantCulture);
            _lists.Add(list, id);
            _carried.Add(id, list);
        }

        return id;
    }

    /// <summary>Adds those of the lists that are only in the older document.</summary>
    /// <param name="used">The numbers of all lists that the redline uses.</param>
    /// <param name="mapStyle">What a style of the older document is called in the redline.</param>
    public void Complete(IReadOnlySet<string> used, Func<string, string> mapStyle)
    {
        foreach (var (id, list) in _carried.Where(carried => used.Contains(carried.Key)))
        {
            var copy = new XElement(before.Find(list)!);
            copy.SetAttributeValue(Word.ListId, id);
            copy.Element(ListDefinitions.DefinitionId)!.SetAttributeValue(Word.Value, DefinitionFor(before.DefinitionOf(list)!, mapStyle));
            var numbering = package.Edit("numbering");
            if (numbering.Elements(ListDefinitions.List).LastOrDefault() is { } last)
            {
                last.AddAfterSelf(copy);
            }
            else
            {
                numbering.Elements(ListDefinitions.Definition).Last().AddAfterSelf(copy);
            }
        }
    }

    private string DefinitionFor(string definition, Func<string, string> mapStyle)
    {
        if (_definitions.TryGetValue(definition, out var id))
        {
            return id;
        }

        var numbering = package.Edit("numbering");
        id = (after.LastDefinition + ++_carriedDefinitions).ToString(CultureInfo.InvariantCulture);
        var copy = new XElement(before.FindDefinition(definition));
        copy.SetAttributeValue(ListDefinitions.DefinitionId, id);

        // Word takes definitions with the same nsid for the same list; without one it gives its own.
        copy.Elements(Word.Main + "nsid").Remove();
        foreach (var style in copy.Descendants().Where(element => element.Name == Names.Style || element.Name.LocalName is "styleLink" or "numStyleLink").ToList())
        {
            MapStyle(style, mapStyle);
        }

        if (numbering.Elements(ListDefinitions.Definition).LastOrDefault() is { } last)
        {
            last.AddAfterSelf(copy);
        }
        else
        {
            numbering.AddFirst(copy);
        }

        _definitions.Add(definition, id);
        return id;
    }

    /// <summary>A style can belong to one list only; it stays with that of the newer document.</summary>
    private static void MapStyle(XElement style, Func<string, string> mapStyle)
    {
        var id = Word.ValueOf(style) ?? "";
        if (mapStyle(id) is var mapped && mapped == id)
        {
            style.Remove();
        }
        else
        {
            style.SetAttributeValue(Word.Value, mapped);
        }
    }
}
