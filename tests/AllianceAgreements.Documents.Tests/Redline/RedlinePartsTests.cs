using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Packages;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Testing.Requests;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>Changes outside the body: headers and footers, endnotes, comments; and what is never compared.</summary>
public sealed class RedlinePartsTests
{
    [Fact]
    public void Compare_ChangedHeader_MarksTheChangeInside()
    {
        var redline = RedlineLaw.AssertHolds(WithHeader("Draft of May"), WithHeader("Draft of June"));

        Assert.Equal("Draft of [-May-][+June+]", MarkedText.Of(redline, "word/header1.xml"));
    }

    [Fact]
    public void Compare_SameHeader_LeavesItsPartAlone()
    {
        var after = WithHeader("Draft");

        var redline = RedlineLaw.AssertHolds(WithHeader("Draft", body: Paragraph("Old")), after);

        Assert.Equal(SafePackage.Open(after).ReadBytes("word/header1.xml"), SafePackage.Open(redline).ReadBytes("word/header1.xml"));
    }

    [Fact]
    public void Compare_HeaderThatIsGone_IsShownAsDeletedText()
    {
        var redline = RedlineLaw.AssertHolds(WithHeader("Confidential"), new WordFile { Body = Paragraph("Text") + Section("") }.ToBytes());

        Assert.Equal("[-Confidential-]", MarkedText.Of(redline, HeaderOf(redline, section: 0)));
    }

    [Fact]
    public void Compare_HeaderThatIsNew_IsShownAsInsertedText()
    {
        var redline = RedlineLaw.AssertHolds(new WordFile { Body = Paragraph("Text") + Section("") }.ToBytes(), WithHeader("Confidential"));

        Assert.Equal("[+Confidential+]", MarkedText.Of(redline, HeaderOf(redline, section: 0)));
    }

    /// <summary>Two sections show one header before, and each its own afterwards: the older text is compared with both.</summary>
    [Fact]
    public void Compare_HeaderOfTwoSectionsThatPart_MarksBoth()
    {
        var before = new WordFile { Body = Ends("One", Section("header1")) + Paragraph("Two") + Section("") }
            .WithPart("header", "header1", "hdr", Paragraph("Alliance")).ToBytes();
        var after = new WordFile { Body = Ends("One", Section("header1")) + Paragraph("Two") + Section("header2") }
            .WithPart("header", "header1", "hdr", Paragraph("Alliance")).WithPart("header", "header2", "hdr", Paragraph("Schedules")).ToBytes();

        var redline = RedlineLaw.AssertHolds(before, after);

        Assert.Equal("Alliance", MarkedText.Of(redline, HeaderOf(redline, section: 0)));
        Assert.Equal("[-Alliance-][+Schedules+]", MarkedText.Of(redline, HeaderOf(redline, section: 1)));
    }

    /// <summary>What a section shows that comes or goes does so with it; marking it, too, would say that it is new in its section.</summary>
    [Fact]
    public void Compare_SectionThatIsNew_ShowsItsHeaderUnmarked()
    {
        var before = new WordFile { Body = Paragraph("Two") + Section("header1") }.WithPart("header", "header1", "hdr", Paragraph("Alliance")).ToBytes();
        var after = new WordFile { Body = Ends("One", Section("header2")) + Paragraph("Two") + Section("header1") }
            .WithPart("header", "header1", "hdr", Paragraph("Alliance")).WithPart("header", "header2", "hdr", Paragraph("Cover")).ToBytes();

        var redline = RedlineLaw.AssertHolds(before, after);

        Assert.Equal(["Cover", "Alliance"], [MarkedText.Of(redline, HeaderOf(redline, section: 0)), MarkedText.Of(redline, HeaderOf(redline, section: 1))]);
    }

    [Fact]
    public void Compare_ChangedComment_MarksTheChangeInside()
    {
        var redline = RedlineLaw.AssertHolds(WithComment("Is May right?", "Kim"), WithComment("Is June right?", "Kim"));

        Assert.Equal("Is [-May-][+June+] right?", MarkedText.Of(redline, "word/comments.xml"));
        Assert.Equal("Term", MarkedText.Of(redline));
    }

    [Fact]
    public void Compare_CommentOfSomebodyElseInItsPlace_IsAnotherComment()
    {
        var redline = RedlineLaw.AssertHolds(WithComment("Is May right?", "Kim"), WithComment("Is May right?", "Lee"));

        var main = MarkedText.Root(redline, "word/document.xml");
        Assert.Equal(["del", "ins"], main.Descendants(Word.Main + "commentReference").Select(reference => reference.Parent!.Parent!.Name.LocalName));
        Assert.Equal(["Lee", "Kim"], MarkedText.Root(redline, "word/comments.xml").Elements().Select(comment => (string?)comment.Attribute(Word.Main + "author")));
        Assert.Equal(2, main.Descendants(Word.Main + "commentRangeStart").Count());
        Assert.Equal(2, main.Descendants(Word.Main + "commentRangeEnd").Count());
    }

    [Fact]
    public void Compare_CommentThatIsGone_KeepsItWithItsDeletedReference()
    {
        var redline = RedlineLaw.AssertHolds(WithComment("Is May right?", "Kim"), new WordFile { Body = Paragraph("Term") + Section("") }.ToBytes());

        Assert.Equal("Is May right?", MarkedText.Of(redline, "word/comments.xml"));
        Assert.Equal("Term", MarkedText.Of(TrackedChanges.Accept(redline)));
    }

    [Fact]
    public void Compare_ChangedEndnote_MarksTheChangeInside()
    {
        var redline = RedlineLaw.AssertHolds(WithEndnote("42 CFR 1001.952(d)"), WithEndnote("42 CFR 1001.952(h)"));

        Assert.Equal("42 CFR 1001.952([-d-][+h+])", MarkedText.Of(redline, "word/endnotes.xml"));
    }

    [Theory]
    [InlineData("header", "header1", "hdr")]
    [InlineData("comments", "comments", "comments")]
    public void Compare_TrackedChangesInAnyPart_AreRefused(string kind, string name, string root)
    {
        const string Tracked = "<w:p><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>";
        var file = new WordFile { Body = Paragraph("Term") + Section(kind == "header" ? name : "") }
            .WithPart(kind, name, root, kind == "header" ? Tracked : $"<w:comment w:id=\"1\" w:author=\"x\">{Tracked}</w:comment>").ToBytes();

        Assert.Throws<InvalidDataException>(() => RedlineLaw.Compare(file, file));
    }

    /// <summary>Properties and the terms that a draft carries are data about the newer draft, which has no tracked changes in Word.</summary>
    [Fact]
    public void Compare_Drafts_TakesPropertiesAndTermsOfTheNewer()
    {
        var before = FormDrafts.Draft(SampleRequests.Terms(SampleRequests.NorthernHeart));
        var after = SafePackage.Open(FormDrafts.Draft(SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"Another Venture\""))));

        var redline = SafePackage.Open(RedlineLaw.Compare(before, FormDrafts.Draft(SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"Another Venture\"")))));

        var data = after.PartNames.Where(part => part.StartsWith("docProps/", StringComparison.Ordinal) || part.StartsWith("customXml/", StringComparison.Ordinal)).ToArray();
        Assert.True(data.Length >= 3, string.Join(", ", data));
        Assert.All(data, part => Assert.Equal(after.ReadBytes(part), redline.ReadBytes(part)));
    }

    private static string Section(string header) =>
        $"<w:sectPr>{(header.Length == 0 ? "" : $"<w:headerReference w:type=\"default\" r:id=\"{header}\"/>")}<w:pgSz w:w=\"12240\" w:h=\"15840\"/></w:sectPr>";

    private static string Ends(string text, string section) => $"<w:p><w:pPr>{section}</w:pPr>{Run(text)}</w:p>";

    private static byte[] WithHeader(string text, string? body = null) =>
        new WordFile { Body = (body ?? Paragraph("Text")) + Section("header1") }.WithPart("header", "header1", "hdr", Paragraph(text)).ToBytes();

    private static byte[] WithComment(string text, string author) => new WordFile
    {
        Body = $"<w:p><w:commentRangeStart w:id=\"0\"/>{Run("Term")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>" + Section(""),
    }.WithPart("comments", "comments", "comments", $"<w:comment w:id=\"0\" w:author=\"{author}\">{Paragraph(text)}</w:comment>").ToBytes();

    private static byte[] WithEndnote(string text) =>
        new WordFile { Body = $"<w:p>{Run("Law")}<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>" + Section("") }
            .WithPart("endnotes", "endnotes", "endnotes", $"<w:endnote w:id=\"2\">{Paragraph(text)}</w:endnote>").ToBytes();

    /// <summary>The part that a section of the file names as its header.</summary>
    private static string HeaderOf(byte[] file, int section)
    {
        var reference = MarkedText.Root(file, "word/document.xml").Descendants(Word.SectionProperties).ElementAt(section).Elements().First();
        Assert.Equal("headerReference", reference.Name.LocalName);
        return SafePackage.Open(file).RelationshipsOf("word/document.xml").Single(link => link.Id == (string?)reference.Attribute(Word.Relationships + "id")).Target;
    }
}
