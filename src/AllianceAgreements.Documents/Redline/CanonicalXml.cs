using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>Writes elements so that those that mean the same read the same: without marks of places, numbers that only identify, and the order of attributes.</summary>
internal static class CanonicalXml
{
    /// <summary>An element; empty for null.</summary>
    public static string Of(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        var text = new StringBuilder();
        Write(element, text);
        return text.ToString();
    }

    /// <summary>Several elements, one after the other.</summary>
    public static string Of(IEnumerable<XElement> elements)
    {
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            Write(element, text);
        }

        return text.ToString();
    }

    private static void Write(XElement element, StringBuilder text)
    {
        if (Names.IsMarker(element) || (element.Name == Word.Id && element.Parent?.Name == Word.ContentControlProperties))
        {
            return;
        }

        WriteName(element.Name, text.Append('<'));
        WriteAttributes(element, text);
        text.Append('>');
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                Write(child, text);
            }
            else if (node is XText { Value: var value })
            {
                WriteText(value, text);
            }
        }

        text.Append("</>");
    }

    private static void WriteAttributes(XElement element, StringBuilder text)
    {
        if (!element.HasAttributes)
        {
            return;
        }

        if (element.FirstAttribute == element.LastAttribute)
        {
            WriteAttribute(element.FirstAttribute!, text);
            return;
        }

        foreach (var attribute in element.Attributes().OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal))
        {
            WriteAttribute(attribute, text);
        }
    }

    private static void WriteAttribute(XAttribute attribute, StringBuilder text)
    {
        if (attribute.IsNamespaceDeclaration || attribute.Name.Namespace == XNamespace.Xml || IsIdentity(attribute))
        {
            return;
        }

        WriteName(attribute.Name, text.Append(' '));
        WriteText(attribute.Value, text.Append('='));
    }

    private static bool IsIdentity(XAttribute attribute) => attribute.Parent!.Name is var owner
        && ((attribute.Name == Word.Id && owner.LocalName is "footnoteReference" or "endnoteReference" or "commentReference")
            || (attribute.Name == "id" && owner.LocalName is "docPr" or "cNvPr"));

    private static void WriteName(XName name, StringBuilder text)
    {
        if (name.Namespace != Word.Main)
        {
            text.Append('{').Append(name.NamespaceName).Append('}');
        }

        text.Append(name.LocalName);
    }

    private static void WriteText(string value, StringBuilder text) =>
        text.Append(value.Contains('<', StringComparison.Ordinal) ? value.Replace("<", "<<", StringComparison.Ordinal) : value);
}
