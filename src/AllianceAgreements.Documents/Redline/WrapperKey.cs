using System.Text.RegularExpressions;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline;

/// <summary>Tells when a hyperlink, a content control or the like is the same in both documents.</summary>
internal static partial class WrapperKey
{
    /// <summary>The same for the same wrapper. A content control is the same as long as its tag is; its other properties may change.</summary>
    public static string Of(XElement wrapper)
    {
        var tag = wrapper.Element(Word.ContentControlProperties)?.Element(Word.Main + "tag");
        return tag is null
            ? CanonicalXml.Of(new XElement(wrapper.Name, wrapper.Attributes(), wrapper.Elements().Where(Names.IsProperties)))
            : $"tag {Places().Replace(Word.ValueOf(tag) ?? "", "[]")}";
    }

    /// <summary>The places of items in their lists, in the tag of a field: an item more does not make others of those behind it.</summary>
    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}
