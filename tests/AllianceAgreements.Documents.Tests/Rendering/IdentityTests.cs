using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Templates;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Rendering;

public sealed class IdentityTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Fact]
    public void Each_RepeatedBookmarks_HaveNumbersAndNamesOfTheirOwn()
    {
        var filled = Fill.With(P("{{#each people}}") + Runs(Bookmark(3, "Person", R("{{name}}"))) + P("{{/each}}"));

        Assert.Equal(["1 Person", "2 Person_2"], BookmarksOf(filled));
    }

    [Fact]
    public void Each_RepeatedBookmarkWithALongName_StaysWithinTheLimit()
    {
        var filled = Fill.With(P("{{#each people}}") + Runs(Bookmark(3, new string('n', 40), R("{{name}}"))) + P("{{/each}}"));

        Assert.All(filled.Document.Descendants(Word.BookmarkStart), start => Assert.InRange(((string)start.Attribute(Word.NameAttribute)!).Length, 1, 40));
    }

    [Fact]
    public void If_CuttingABookmark_LeavesItOut()
    {
        var body = $"<w:bookmarkStart w:id=\"1\" w:name=\"Cut\"/>{P("{{#if urgent}}")}{Runs(R("x"), "<w:bookmarkEnd w:id=\"1\"/>")}{P("{{/if}}")}{Runs(Bookmark(2, "Whole", R("y")))}";

        Assert.Equal(["1 Whole"], BookmarksOf(Fill.With(body, new Sheet { Urgent = true })));
        Assert.Equal(["1 Whole"], BookmarksOf(Fill.With(body)));
    }

    [Fact]
    public void Bookmarks_InParagraphsThatVanish_Stay() =>
        Assert.Equal(["1 Here"], BookmarksOf(Fill.With(Runs(Bookmark(9, "Here", R("{{#if months}}"))) + P("x", "{{/if}}"))));

    [Fact]
    public void Each_RepeatedDrawingsContentControlsAndFootnotes_HaveNumbersOfTheirOwn()
    {
        var item = Runs(
            Image("r1"),
            $"<w:sdt><w:sdtPr><w:id w:val=\"-5\"/></w:sdtPr><w:sdtContent>{R("{{name}}")}</w:sdtContent></w:sdt>",
            "<w:r><w:footnoteReference w:id=\"2\"/></w:r>");
        var template = new Template { Body = P("{{#each people}}") + item + P("{{/each}}"), Footnote = P("See {{name}}.") }.With("r1", "image", "media/logo.png", Png);

        var filled = Fill.With(template);

        Assert.Equal(2, filled.Document.Descendants(Word.Drawing + "docPr").Count());
        Assert.Equal(["", "", "See Ada.", "See Bo."], filled.ParagraphsOf("word/footnotes.xml"));
    }

    [Fact]
    public void Footnote_OfABranchNotTaken_IsLeftOut()
    {
        var template = new Template { Body = Runs(R("{{#if urgent}}"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", R("{{/if}}x")), Footnote = P("note") };

        Assert.Equal(["", ""], Fill.With(template).ParagraphsOf("word/footnotes.xml"));
    }

    [Fact]
    public void Paragraphs_Repeated_CarryNoIds()
    {
        var filled = Fill.With(P("{{#each people}}") + $"<w:p w14:paraId=\"00000001\" w14:textId=\"00000002\" w:rsidR=\"00112233\">{R("{{name}}")}</w:p>" + P("{{/each}}"));

        Assert.All(filled.Document.Descendants(Word.Paragraph), paragraph => Assert.Empty(paragraph.Attributes()));
    }

    private static IEnumerable<string> BookmarksOf(Filled filled) =>
        filled.Document.Descendants(Word.BookmarkStart).Select(start => $"{(string?)start.Attribute(Word.Id)} {(string?)start.Attribute(Word.NameAttribute)}");
}
