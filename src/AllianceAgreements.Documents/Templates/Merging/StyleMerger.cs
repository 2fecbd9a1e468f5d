using System.Globalization;
using System.Xml.Linq;

namespace AllianceAgreements.Documents.Templates.Merging;

/// <summary>Gives the main template the styles that its clauses use and it lacks. Where both have a style, the main template's holds.</summary>
internal sealed class StyleMerger(OutputPackage package, ListMerger lists)
{
    private static readonly XName Style = Word.Main + "style";

    private EditedPart Styles => package.Edit("styles", root => root is null ? new XElement(Word.Main + "styles") : new XElement(root));

    /// <summary>The style that a style of a clause becomes: the same, one of the same name, or a copy.</summary>
    public string Map(TemplatePackage clause, string id)
    {
        var own = Styles.Root;
        if (Find(own, id) is not null || clause.Find("styles") is not { } part || Find(clause.Root(part), id) is not { } style)
        {
            return id;
        }

        var name = NameOf(style);
        var same = own.Elements(Style).FirstOrDefault(other =>
            string.Equals(NameOf(other), name, StringComparison.OrdinalIgnoreCase)
            && (string?)other.Attribute(Word.Main + "type") == (string?)style.Attribute(Word.Main + "type"));
        if (same is not null)
        {
            return (string?)same.Attribute(Word.StyleId) ?? id;
        }

        Copy(clause, style);
        return id;
    }

    private static XElement? Find(XElement styles, string id) =>
        styles.Elements(Style).FirstOrDefault(style => (string?)style.Attribute(Word.StyleId) == id);

    private static string? NameOf(XElement style) => Word.ValueOf(style.Element(Word.Main + "name"));

    private void Copy(TemplatePackage clause, XElement style)
    {
        var copy = new XElement(style);
        copy.Attribute(Word.Main + "default")?.Remove();
        copy.Elements(Word.Main + "rsid").Remove();
        Styles.Root.Add(copy);
        foreach (var reference in copy.Elements().Where(element => element.Name.LocalName is "basedOn" or "next" or "link"))
        {
            reference.SetAttributeValue(Word.Value, Map(clause, Word.ValueOf(reference) ?? ""));
        }

        foreach (var list in copy.Descendants(Word.ListId))
        {
            list.SetAttributeValue(Word.Value, lists.MapOfStyle(clause, Word.ValueOf(list) ?? "0").ToString(CultureInfo.InvariantCulture));
        }
    }
}
