using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Holds a draft to what Word needs to open it without repair.</summary>
internal static class DocumentCheck
{
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static void AssertSound(byte[] bytes)
    {
        AssertValid(bytes, FileFormatVersions.Office2019);
        AssertValid(bytes, FileFormatVersions.Microsoft365);

        var package = SafePackage.Open(bytes);
        package.Verify();
        foreach (var part in package.PartNames.Where(part => part.StartsWith("word/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var root = package.Read(part, reader => XDocument.Load(reader)).Root!;
            AssertLinksLead(package, part, root);
            AssertUnique(root.Descendants(Word.BookmarkStart), Word.Id);
            AssertUnique(root.Descendants(Word.BookmarkStart), Word.NameAttribute);
            AssertUnique(root.Descendants(Word.Drawing + "docPr"), "id");
            AssertUnique(root.Descendants(Word.ContentControlProperties).Elements(Word.Id), Word.Value);
            AssertUnique(root.Elements().Where(note => note.Name.LocalName is "footnote" or "endnote"), Word.Id);
            AssertUnique(root.Descendants(Word.FootnoteReference), Word.Id);
            Assert.Equal(IdsOf(root, Word.BookmarkStart), IdsOf(root, Word.BookmarkEnd));
            Assert.All(root.Descendants(Word.Cell), cell => Assert.Equal(Word.Paragraph, cell.Elements().Last().Name));
        }

        AssertListsExist(package);
    }

    private static void AssertValid(byte[] bytes, FileFormatVersions version)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var errors = new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken);
        Assert.Equal("", string.Join(Environment.NewLine, errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")));
    }

    private static void AssertLinksLead(SafePackage package, string part, XElement root)
    {
        var links = package.RelationshipsOf(part);
        Assert.All(links.Where(link => !link.IsExternal), link => Assert.True(package.Contains(link.Target), $"{part} points to {link.Target}"));
        var used = root.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == Relationships);
        Assert.All(used, attribute => Assert.Contains(links, link => link.Id == attribute.Value));
    }

    private static void AssertListsExist(SafePackage package)
    {
        var numbering = package.RelationshipsOf(package.MainDocument).FirstOrDefault(link => link.Kind == "numbering");
        var lists = numbering is null
            ? []
            : package.Read(numbering.Target, reader => XDocument.Load(reader)).Descendants(Word.Main + "num").Select(list => (string?)list.Attribute(Word.ListId)).ToArray();
        var used = package.Read(package.MainDocument, reader => XDocument.Load(reader)).Descendants(Word.ListId).Select(Word.ValueOf).Where(id => id != "0");
        Assert.Empty(used.Except(lists, StringComparer.Ordinal));
    }

    private static IEnumerable<string?> IdsOf(XElement root, XName name) =>
        root.Descendants(name).Select(element => (string?)element.Attribute(Word.Id)).Order(StringComparer.Ordinal);

    private static void AssertUnique(IEnumerable<XElement> elements, XName attribute)
    {
        var values = elements.Select(element => (string?)element.Attribute(attribute)).ToArray();
        Assert.Equal(values.Distinct(StringComparer.OrdinalIgnoreCase), values);
    }
}
