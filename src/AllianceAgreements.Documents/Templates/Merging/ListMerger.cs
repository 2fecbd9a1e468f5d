using System.Globalization;
using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates.Compiling;

namespace AllianceAgreements.Documents.Templates.Merging;

/// <summary>What a list of a clause becomes: a list of the main template, by its number, or one of its own.</summary>
internal sealed record MappedList(int Id, ListTemplate? Template);

/// <summary>
/// Gives the main template the numbering that its clauses use. Numbering that belongs to styles (headings) goes on through
/// the clause; a list numbered by hand is the clause's own and starts anew.
/// </summary>
internal sealed class ListMerger(OutputPackage package)
{
    private static readonly XName Abstract = Word.Main + "abstractNum";
    private static readonly XName AbstractId = Word.Main + "abstractNumId";
    private static readonly XName Instance = Word.Main + "num";
    private static readonly XName Level = Word.Main + "lvl";
    private static readonly XName LevelNumber = Word.Main + "ilvl";
    private static readonly XName LevelStyle = Word.Main + "pStyle";
    private static readonly XName Override = Word.Main + "lvlOverride";
    private static readonly XName Start = Word.Main + "start";
    private static readonly XName StartOverride = Word.Main + "startOverride";

    private readonly Dictionary<XElement, int> _copied = [];
    private readonly Dictionary<XElement, int> _ofStyles = [];

    /// <summary>The highest number of a list.</summary>
    public int LastId => Numbering.Elements(Instance).Select(IdOf).DefaultIfEmpty(0).Max();

    private XElement Numbering => package.Edit("numbering", root =>
    {
        var copy = root is null ? new XElement(Word.Main + "numbering") : new XElement(root);
        copy.Elements(Word.Main + "numIdMacAtCleanup").Remove();
        copy.Add(new NodeElement(new ListsNode()));
        return copy;
    }).Root;

    /// <summary>What a list that a paragraph of a clause names becomes.</summary>
    public MappedList Map(TemplatePackage clause, string id)
    {
        if (FindInstance(clause, id) is not { } instance || FindDefinition(instance) is not { } definition)
        {
            return new MappedList(0, Template: null);
        }

        if (definition.Elements(Level).Elements(LevelStyle).FirstOrDefault() is { } style)
        {
            return new MappedList(MapStyled(instance, definition, Word.ValueOf(style)), Template: null);
        }

        var markup = new StringBuilder();
        foreach (var child in Restart(instance, definition, MapDefinition(definition)))
        {
            markup.Append(child.ToString(SaveOptions.DisableFormatting));
        }

        return new MappedList(0, new ListTemplate(Encoding.UTF8.GetBytes(markup.ToString())));
    }

    /// <summary>The number of the list that a copied style is numbered by.</summary>
    public int MapOfStyle(TemplatePackage clause, string id)
    {
        if (FindInstance(clause, id) is not { } instance || FindDefinition(instance) is not { } definition)
        {
            return 0;
        }

        return MapStyled(instance, definition, Word.ValueOf(definition.Elements(Level).Elements(LevelStyle).FirstOrDefault()));
    }

    private int MapStyled(XElement instance, XElement definition, string? style)
    {
        if (!_ofStyles.TryGetValue(definition, out var id))
        {
            var own = style is null ? null : Numbering.Elements(Abstract).FirstOrDefault(other => other.Elements(Level).Elements(LevelStyle).Any(level => Word.ValueOf(level) == style));
            var list = Numbering.Elements(Instance).FirstOrDefault(list => own is not null && Word.ValueOf(list.Element(AbstractId)) == (string?)own.Attribute(AbstractId));
            id = list is null ? Add(instance, definition) : IdOf(list);
            _ofStyles.Add(definition, id);
        }

        return id;
    }

    private static XElement? FindInstance(TemplatePackage clause, string id) =>
        clause.Find("numbering") is { } part ? clause.Root(part).Elements(Instance).FirstOrDefault(list => (string?)list.Attribute(Word.ListId) == id) : null;

    private static XElement? FindDefinition(XElement instance) =>
        instance.Parent!.Elements(Abstract).FirstOrDefault(definition => (string?)definition.Attribute(AbstractId) == Word.ValueOf(instance.Element(AbstractId)));

    private static int IdOf(XElement instance) =>
        int.TryParse((string?)instance.Attribute(Word.ListId), CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>What a list has inside that follows a definition and starts anew at each level.</summary>
    private static IEnumerable<XElement> Restart(XElement instance, XElement definition, int definitionId)
    {
        yield return new XElement(AbstractId, new XAttribute(XNamespace.Xmlns + "w", Word.Main), new XAttribute(Word.Value, definitionId));
        var own = instance.Elements(Override).ToLookup(level => (string?)level.Attribute(LevelNumber) ?? "0", StringComparer.Ordinal);
        foreach (var level in definition.Elements(Level))
        {
            var number = (string?)level.Attribute(LevelNumber) ?? "0";
            var given = own[number].FirstOrDefault();
            var replaced = given?.Element(Level);
            var start = Word.ValueOf(given?.Element(StartOverride)) ?? Word.ValueOf((replaced ?? level).Element(Start)) ?? "0";
            yield return new XElement(
                Override,
                new XAttribute(XNamespace.Xmlns + "w", Word.Main),
                new XAttribute(LevelNumber, number),
                new XElement(StartOverride, new XAttribute(Word.Value, start)),
                replaced is null ? null : new XElement(replaced));
        }
    }

    private int Add(XElement instance, XElement definition)
    {
        var id = LastId + 1;
        var copy = new XElement(instance);
        copy.SetAttributeValue(Word.ListId, id);
        copy.Element(AbstractId)!.SetAttributeValue(Word.Value, MapDefinition(definition));
        Numbering.Elements().OfType<NodeElement>().Single().AddBeforeSelf(copy);
        return id;
    }

    /// <summary>The number of a definition in the main template: of the same one there, or of a copy.</summary>
    private int MapDefinition(XElement definition)
    {
        if (!_copied.TryGetValue(definition, out var id))
        {
            var own = Numbering.Elements(Abstract).ToList();
            var same = own.Find(other => XNode.DeepEquals(Normalise(other), Normalise(definition)));
            id = same is null
                ? own.Select(DefinitionIdOf).DefaultIfEmpty(-1).Max() + 1
                : DefinitionIdOf(same);
            if (same is null)
            {
                AddDefinition(definition, own.LastOrDefault(), id);
            }

            _copied.Add(definition, id);
        }

        return id;
    }

    private void AddDefinition(XElement definition, XElement? last, int id)
    {
        var copy = new XElement(definition);
        copy.SetAttributeValue(AbstractId, id);

        // Word takes definitions with the same nsid for the same list; without one it gives its own.
        copy.Elements(Word.Main + "nsid").Remove();
        if (last is null)
        {
            var before = Numbering.Elements(Instance).FirstOrDefault() ?? Numbering.Elements().OfType<NodeElement>().Single();
            before.AddBeforeSelf(copy);
        }
        else
        {
            last.AddAfterSelf(copy);
        }
    }

    private static int DefinitionIdOf(XElement definition) =>
        int.TryParse((string?)definition.Attribute(AbstractId), CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>A definition without what differs between files that say the same.</summary>
    private static XElement Normalise(XElement definition)
    {
        var copy = new XElement(definition);
        copy.Attributes().Remove();
        copy.Elements().Where(element => element.Name.LocalName is "nsid" or "tmpl").Remove();
        copy.Descendants().Attributes().Where(attribute => attribute.IsNamespaceDeclaration || attribute.Name.LocalName is "tplc" || attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal)).Remove();
        return copy;
    }
}
