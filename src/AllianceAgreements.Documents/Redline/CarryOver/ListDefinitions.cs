using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>The lists of one document, by their numbers.</summary>
internal sealed class ListDefinitions
{
    public static readonly XName Definition = Word.Main + "abstractNum";
    public static readonly XName DefinitionId = Word.Main + "abstractNumId";
    public static readonly XName List = Word.Main + "num";

    private static readonly HashSet<string> Identities = new(StringComparer.Ordinal) { "nsid", "tmpl" };

    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _signatures = new(StringComparer.Ordinal);

    public ListDefinitions(XElement? numbering)
    {
        foreach (var element in numbering?.Elements() ?? [])
        {
            if (element.Name == List && (string?)element.Attribute(Word.ListId) is { } list)
            {
                _lists.TryAdd(list, element);
            }
            else if (element.Name == Definition && (string?)element.Attribute(DefinitionId) is { } definition)
            {
                _definitions.TryAdd(definition, element);
            }
        }
    }

    /// <summary>The highest number of a list.</summary>
    public int LastList => _lists.Keys.Select(NumberOf).DefaultIfEmpty(0).Max();

    /// <summary>The highest number of a definition.</summary>
    public int LastDefinition => _definitions.Keys.Select(NumberOf).DefaultIfEmpty(-1).Max();

    public XElement? Find(string list) => _lists.GetValueOrDefault(list);

    /// <summary>The number of a list's definition; null when the list is not whole.</summary>
    public string? DefinitionOf(string list) =>
        Find(list) is { } element && Word.ValueOf(element.Element(DefinitionId)) is { } id && _definitions.ContainsKey(id) ? id : null;

    public XElement FindDefinition(string id) => _definitions[id];

    /// <summary>How a list counts and looks: the same for lists that are alike, whatever their numbers.</summary>
    public string SignatureOf(string list)
    {
        if (!_signatures.TryGetValue(list, out var signature))
        {
            signature = DefinitionOf(list) is { } definition
                ? CanonicalXml.Of(_definitions[definition].Elements().Where(child => !Identities.Contains(child.Name.LocalName)))
                    + CanonicalXml.Of(_lists[list].Elements().Where(child => child.Name != DefinitionId))
                : "";
            _signatures.Add(list, signature);
        }

        return signature;
    }

    private static int NumberOf(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
