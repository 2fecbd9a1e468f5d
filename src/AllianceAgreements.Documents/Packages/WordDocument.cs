using System.Xml;

namespace AllianceAgreements.Documents.Packages;

/// <summary>What makes an XML part the main part of a Word document.</summary>
internal static class WordDocument
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Whether a namespace is that of WordprocessingML, transitional or strict.</summary>
    public static bool IsNamespace(string name) => name is Transitional or Strict;

    /// <summary>Moves to the root element.</summary>
    /// <exception cref="InvalidDataException">It is not a document.</exception>
    public static void MoveToRoot(XmlReader reader)
    {
        var isDocument = reader.MoveToContent() == XmlNodeType.Element && reader.LocalName is "document" && IsNamespace(reader.NamespaceURI);
        if (!isDocument)
        {
            throw new InvalidDataException("The file is not a Word document (.docx): its main part holds no document.");
        }
    }
}
