using AllianceAgreements.Documents.Packages;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Packages;

public sealed class PartNameTests
{
    [Theory]
    [InlineData("", "word/document.xml", "word/document.xml")]
    [InlineData("word/document.xml", "styles.xml", "word/styles.xml")]
    [InlineData("word/document.xml", "/word/styles.xml", "word/styles.xml")]
    [InlineData("word/document.xml", "../customXml/item1.xml", "customXml/item1.xml")]
    [InlineData("word/document.xml", "./media/a.png#frame", "word/media/a.png")]
    [InlineData("word/document.xml", "../../evil.xml", null)]
    public void Resolve_Target_StaysInThePackage(string source, string target, string? expected) =>
        Assert.Equal(expected, PartName.Resolve(source, target));

    [Theory]
    [InlineData("", "_rels/.rels")]
    [InlineData("word/document.xml", "word/_rels/document.xml.rels")]
    public void RelationshipsOf_Part_IsBesideIt(string source, string expected) =>
        Assert.Equal(expected, PartName.RelationshipsOf(source));
}
