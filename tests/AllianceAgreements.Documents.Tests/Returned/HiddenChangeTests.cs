using System.Text.RegularExpressions;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Tests.Rendering.References;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Requests;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Returned;

/// <summary>Whatever shows text is told, however it was put into the file.</summary>
public sealed class HiddenChangeTests
{
    private const string Said = "No Party is bound by this Section.";
    private const string Title = "Books and records.</w:t></w:r>";
    private const string Shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    private static byte[] Sent => FormDrafts.Of(SampleRequests.FourRivers);

    /// <summary>What a reader sees, and whether the file tells alone; a field that is worked out is no text to it.</summary>
    public static TheoryData<string, bool> Insertions { get; } = new()
    {
        { Field(" QUOTE \"x\" ", Said), true },
        { Field("QUOTE", Said), true },
        { Field(" IF 1 = 1 ", R(Said), isRuns: true), true },
        { Field(" QUOTE ", Field(" REF _Nowhere \\h ", Said), isRuns: true), false },
        { $"<w:fldSimple w:instr=\" QUOTE x \">{R(Said)}</w:fldSimple>", true },
        { Field(" REF _Nowhere \\n \\h ", Said), false },
        { $"<w:fldSimple w:instr=\"ref _Nowhere\">{R(Said)}</w:fldSimple>", false },
        { Field(" TOC \\o ", Said), false },
        { Field(" PAGE ", Said), false },
        { $"<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>{Said}</m:t></m:r></m:oMath>", true },
        { string.Concat(Said.Select(letter => $"<w:r><w:sym w:font=\"Arial\" w:char=\"{(int)letter:X4}\"/></w:r>")), true },
        { $"<w:r>{Alternate("urn:of-nobody", R(""), Said)}</w:r>", true },
    };

    [Theory]
    [MemberData(nameof(Insertions))]
    public void Compare_TextThatWasPutIn_IsTold(string inserted, bool isToldOfTheFileAlone)
    {
        var returned = ReturnedFile.Replace(Sent, Title, Title + inserted);

        var changes = new ReturnedDraftReader().Compare(Sent, returned);

        Assert.Empty(changes.Fields);
        var text = Assert.Single(changes.Texts);
        Assert.StartsWith("Section ", text.Place, StringComparison.Ordinal);
        Assert.StartsWith("Books and records.", text.Was, StringComparison.Ordinal);
        Assert.Equal(isToldOfTheFileAlone, new ReturnedDraftReader().Read(returned)!.IsTextChanged);
    }

    [Fact]
    public void Compare_FieldWithoutAnEnd_HidesNothing() => Assert.Contains(
        new ReturnedDraftReader().Compare(Sent, ReturnedFile.Replace(Sent, Title, Title + $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>{R(Said)}")).Texts,
        text => text.Was?.StartsWith("Books and records.", StringComparison.Ordinal) is true);

    [Fact]
    public void Compare_VersionForOlderPrograms_IsNotReadBesideTheOther() =>
        Assert.Single(new ReturnedDraftReader().Compare(Sent, ReturnedFile.Replace(Sent, Title, Title + $"<w:r>{Alternate(Shape, R("Shown."), Said)}</w:r>")).Texts, text => text.Is!.Contains("Shown.", StringComparison.Ordinal) && !text.Is.Contains(Said, StringComparison.Ordinal));

    [Fact]
    public void Compare_NumberTypedIntoAReference_IsTold()
    {
        var returned = ReturnedFile.Replace(Numbered(), ">1.1<", ">1.2<");

        Assert.Equal([new ChangedText("Section 1.2", "See Section\u00A01.1.", "See Section\u00A01.2.")], new ReturnedDraftReader().Compare(Numbered(), returned).Texts);
    }

    [Fact]
    public void Compare_ReferenceThatWasMadeText_IsTold()
    {
        var text = Assert.Single(new ReturnedDraftReader().Compare(Numbered(), ReturnedFile.Edit(Numbered(), WithoutWordFields)).Texts);

        Assert.Equal(text.Was, text.Is);
    }

    [Fact]
    public void Compare_ReferenceToAnotherClause_IsTold() =>
        Assert.Single(new ReturnedDraftReader().Compare(Numbered(), ReturnedFile.Edit(Numbered(), text => Regex.Replace(text, "(?<= REF )\\w+", "_Other", RegexOptions.None, TimeSpan.FromSeconds(5)))).Texts);

    /// <summary>A program updates references when it likes: they show the number that they were sent out with, or the one of the clause now.</summary>
    [Theory]
    [InlineData(">1.1<")]
    [InlineData(">1.2<")]
    public void Compare_ReferenceToAClauseThatMoved_IsNoChange(string shown)
    {
        const string added = "<w:p><w:pPr><w:pStyle w:val=\"Clause\"/></w:pPr><w:r><w:t>New.</w:t></w:r></w:p>";
        var returned = ReturnedFile.Edit(Numbered(), text => Regex.Replace(text, "(?=<w:p><w:pPr><w:pStyle w:val=\"Clause\"/></w:pPr><w:bookmarkStart)", added, RegexOptions.None, TimeSpan.FromSeconds(5)).Replace(">1.1<", shown, StringComparison.Ordinal));

        Assert.Equal([new ChangedText("Section 1.1", null, "New.")], new ReturnedDraftReader().Compare(Numbered(), returned).Texts);
    }

    [Fact]
    public void Compare_FileWithoutAnyControlsAndWordFields_TellsNoReferenceThatShowsTheSame()
    {
        var draft = Numbered("{{months}} months");
        var returned = ReturnedFile.Edit(draft, text => WithoutWordFields(Regex.Replace(text, "<w:tag [^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5))));

        var changes = new ReturnedDraftReader().Compare(draft, returned);

        Assert.Equal((false, true), (changes.AreFieldsMarked, changes.IsEmpty));
        Assert.Single(new ReturnedDraftReader().Compare(draft, ReturnedFile.Replace(returned, ">1.1<", ">1.2<")).Texts);
    }

    [Theory]
    [InlineData("aFChunk", "text/html", "holds another file")]
    [InlineData("oleObject", "application/octet-stream", "holds another file")]
    [InlineData("vbaProject", "application/octet-stream", "holds macros")]
    public void Read_FileThatShowsMoreThanCanBeRead_IsRefused(string kind, string type, string reason)
    {
        var returned = ((Template)P("x")).With("c", kind, "chunk.bin", "<p>No Party is bound.</p>"u8.ToArray(), type).ToBytes();

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => new ReturnedDraftReader().Read(returned)).Message, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => new ReturnedDraftReader().Compare(Sent, returned)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_FieldThatFetchesText_IsRefused() => Assert.Contains(
        "INCLUDETEXT",
        Assert.Throws<InvalidDataException>(() => new ReturnedDraftReader().Compare(Sent, ReturnedFile.Replace(Sent, Title, Title + Field(" INCLUDETEXT x.docx ", "x")))).Message,
        StringComparison.Ordinal);

    private static byte[] Numbered(string text = "x") => Fill.ToBytes(new Template
    {
        Body = Styled("Heading1", "A") + $"<w:p><w:pPr><w:pStyle w:val=\"Clause\"/></w:pPr>{Bookmark(1, "here", R(text))}</w:p>" + Styled("Clause", "See {{ref here}}."),
        Styles = HouseNumbering.Styles,
        Numbering = HouseNumbering.Numbering,
    });

    private static string WithoutWordFields(string text) => Regex.Replace(text, "<w:r>(<w:fldChar [^>]*/>|<w:instrText.*?</w:instrText>)</w:r>", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static string Field(string instruction, string result, bool isRuns = false) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r>"
        + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{(isRuns ? result : R(result))}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Alternate(string required, string shown, string other) =>
        "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
        + $"<mc:Choice xmlns:n=\"{required}\" Requires=\"n\">{shown}</mc:Choice><mc:Fallback>{R(other)}</mc:Fallback></mc:AlternateContent>";
}
