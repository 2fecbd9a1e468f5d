using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Packages;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>What a reader of a redline sees: <c>[-deleted-]</c>, <c>[+inserted+]</c>, ¶ for a mark that was changed.</summary>
public sealed class RedlineTextTests
{
    [Theory]
    [InlineData("within thirty days", "within sixty days", "within [-thirty-][+sixty+] days")]
    [InlineData("pays $1,000.50 now", "pays $2,000.50 now", "pays $[-1,000.50-][+2,000.50+] now")]
    [InlineData("the Party’s affiliate", "the Parties’ affiliate", "the [-Party’s-][+Parties’+] affiliate")]
    [InlineData("one two three", "one three", "one [-two -]three")]
    [InlineData("red, green", "blue; yellow", "[-red, green-][+blue; yellow+]")]
    [InlineData("old words here now", "new terms here now", "[-old words-][+new terms+] here now")]
    [InlineData("同盟は三十日", "同盟は六十日", "同盟は[-三-][+六+]十日")]
    public void Compare_Words_MarksWhatAReaderTakesForTheChange(string before, string after, string expected) =>
        Assert.Equal(expected, Redline(Paragraph(before), Paragraph(after)));

    [Fact]
    public void Compare_SentenceSplitInTwoParagraphs_MarksTheEnd() =>
        Assert.Equal(
            "The Parties shall meet. [-They keep minutes.-]\n[+They keep minutes.+]¶\nLast.",
            Redline(Paragraph("The Parties shall meet. They keep minutes.") + Paragraph("Last."), Paragraph("The Parties shall meet. ") + Paragraph("They keep minutes.") + Paragraph("Last.")));

    [Fact]
    public void Compare_ParagraphAddedAtTheEnd_LeavesTheOneBeforeAlone() =>
        Assert.Equal("First.¶\n[+Second.+]", Redline(Paragraph("First."), Paragraph("First.") + Paragraph("Second.")));

    [Fact]
    public void Compare_FormattingChanged_KeepsTheFormerFormat()
    {
        var body = Body(Paragraph("Agreement"), "<w:p><w:pPr/><w:r><w:rPr><w:b/></w:rPr><w:t>Agreement</w:t></w:r></w:p>");

        var format = body.Descendants(Word.Main + "rPr").First();
        Assert.Equal(["b", "rPrChange"], format.Elements().Select(element => element.Name.LocalName));
        Assert.Empty(format.Element(Word.Main + "rPrChange")!.Element(Word.RunProperties)!.Elements());
    }

    [Fact]
    public void Compare_ContentControlWithAnotherValue_KeepsTheControl()
    {
        var body = Body(Field("one year"), Field("two years"));

        var control = Assert.Single(body.Descendants(Word.ContentControl));
        Assert.Equal("[-one year-][+two years+]", MarkedText.Of(control));
    }

    [Fact]
    public void Compare_RowAdded_MarksTheRow()
    {
        var body = Body(Table("1", "3"), Table("1", "2", "3"));

        var row = Assert.Single(body.Descendants(Word.Row), row => row.Elements(Word.Main + "trPr").Elements(Word.Main + "ins").Any());
        Assert.Equal("[+2+]", MarkedText.Of(row));
    }

    [Fact]
    public void Compare_ChangedFootnote_MarksTheChangeInside()
    {
        var redline = RedlineLaw.AssertHolds(WithNote("As amended in 2026."), WithNote("As amended in 2027."));

        var note = MarkedText.Root(redline, "word/footnotes.xml").Elements().Single();
        Assert.Equal("As amended in [-2026-][+2027+].", MarkedText.Of(note));
    }

    [Fact]
    public void Compare_Stamp_IsOnEveryChange()
    {
        var changes = Body(Paragraph("one"), Paragraph("two")).Descendants().Where(element => element.Name.LocalName is "ins" or "del").ToArray();

        Assert.Equal(2, changes.Length);
        Assert.All(changes, change => Assert.Equal("Revision 2", (string?)change.Attribute(Word.Main + "author")));
        Assert.All(changes, change => Assert.Equal("2027-01-15T09:30:00Z", (string?)change.Attribute(Word.Main + "date")));
        Assert.Equal(2, changes.Select(change => (string?)change.Attribute(Word.Id)).Distinct().Count());
    }

    [Fact]
    public void Compare_TrackedChangesInside_AreRefused()
    {
        var tracked = File("<w:p><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>");

        var exception = Assert.Throws<InvalidDataException>(() => RedlineLaw.Compare(tracked, File("<w:p/>")));

        Assert.Contains("accept or reject them", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_TenThousandParagraphsOfFewWords_HoldsTheLaw()
    {
        var before = string.Concat(Enumerable.Range(0, 10_000).Select(index => Paragraph($"{index % 7} of {index % 11}")));
        var after = string.Concat(Enumerable.Range(0, 10_000).Select(index => Paragraph($"{index % 5} of {index % 13}")));

        var redline = RedlineLaw.Compare(File(before), File(after));

        Assert.Equal(DocumentShape.Of(File(after)), DocumentShape.Of(TrackedChanges.Accept(redline)));
        Assert.Equal(DocumentShape.Of(File(before)), DocumentShape.Of(TrackedChanges.Reject(redline)));
    }

    private static string Field(string value) =>
        $"<w:p><w:sdt><w:sdtPr><w:tag w:val=\"term\"/><w:id w:val=\"7\"/></w:sdtPr><w:sdtContent>{Run(value)}</w:sdtContent></w:sdt></w:p>";

    private static string Table(params string[] rows) =>
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>" + string.Concat(rows.Select(row => $"<w:tr><w:tc>{Paragraph(row)}</w:tc></w:tr>")) + "</w:tbl><w:p/>";

    private static byte[] WithNote(string note) => new WordFile
    {
        Body = "<w:p><w:r><w:t>Law</w:t></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>",
        Footnotes = $"<w:footnote w:id=\"3\">{Paragraph(note)}</w:footnote>",
    }.ToBytes();

    private static byte[] File(string body) => new WordFile { Body = body }.ToBytes();

    private static XElement Body(string before, string after) =>
        MarkedText.Root(RedlineLaw.AssertHolds(File(before), File(after)), "word/document.xml").Element(Word.Body)!;

    private static string Redline(string before, string after) =>
        string.Join('\n', Body(before, after).Elements(Word.Paragraph).Select(paragraph =>
            MarkedText.Of(paragraph) + (paragraph.Elements(Word.ParagraphProperties).Elements(Word.RunProperties).Elements().Any() ? "¶" : "")));
}
