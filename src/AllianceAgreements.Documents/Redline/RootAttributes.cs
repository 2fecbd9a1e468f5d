using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>The attributes of the root: names that extensions use, and which of them a reader may ignore (ECMA-376 part 3, 7.2).</summary>
internal static class RootAttributes
{
    private static readonly XName Ignorable = Word.Compatibility + "Ignorable";

    /// <summary>Those of the newer document, with those that text of the older one needs besides.</summary>
    public static IEnumerable<XAttribute> Merge(XElement before, XElement after)
    {
        var merged = after.Attributes().Where(attribute => attribute.Name != Ignorable).Select(attribute => new XAttribute(attribute)).ToList();
        foreach (var declaration in before.Attributes().Where(attribute => attribute.IsNamespaceDeclaration))
        {
            if (merged.TrueForAll(attribute => attribute.Name != declaration.Name))
            {
                merged.Add(new XAttribute(declaration));
            }
        }

        var ignorable = PrefixesOf(after).Concat(PrefixesOf(before).Where(prefix =>
            merged.Find(attribute => attribute.Name == XNamespace.Xmlns + prefix)?.Value == before.GetNamespaceOfPrefix(prefix)?.NamespaceName)).Distinct(StringComparer.Ordinal).ToList();
        if (ignorable.Count > 0)
        {
            merged.Add(new XAttribute(Ignorable, string.Join(' ', ignorable)));
        }

        return merged;
    }

    private static string[] PrefixesOf(XElement root) =>
        ((string?)root.Attribute(Ignorable) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
