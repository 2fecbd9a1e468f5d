using System.Text;
using AllianceAgreements.Documents.Tests.Packages;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Documents.Transcripts;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Transcripts;

public sealed class WordTranscriptTests
{
    private const string Styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:name w:val=\"Clause\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";

    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"0\">"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"H\"/><w:lvlText w:val=\"Article %1\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"C\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

    [Fact]
    public void Read_NumberedClauses_PrintsTheNumbersThatWordShows()
    {
        var lines = Read(P("Term", "H") + P("It begins.", "C") + P("It ends.", "C") + P("Exit", "H") + P("They leave.", "C"));

        Assert.Equal(["# Article 1 Term", "1.1 It begins.", "1.2 It ends.", "", "# Article 2 Exit", "2.1 They leave."], lines);
    }

    [Fact]
    public void Read_Table_PrintsARowALineWithItsTags()
    {
        var lines = Read($"<w:tbl><w:tr>{Cell(P("Name"))}{Cell(P("Due"))}</w:tr><w:tr>{Cell(P("{{#each parties}}{{name}}") + P("second"))}{Cell(P("{{/each}}"))}</w:tr></w:tbl>");

        Assert.Equal(["| Name | Due |", "| {{#each parties}}{{name}} ¶ second | {{/each}} |"], lines);
    }

    [Fact]
    public void Read_ATagSplitOverRuns_PrintsItInOnePiece() =>
        Assert.Equal(["for {{term.initialMonths}} months"], Read("<w:p><w:r><w:t>for {{term.</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>initialMonths}}</w:t></w:r><w:r><w:t xml:space=\"preserve\"> months</w:t></w:r></w:p>"));

    [Fact]
    public void Read_TrackedChanges_PrintsBothSides() =>
        Assert.Equal(
            ["within [-thirty-][+sixty+] days"],
            Read("<w:p><w:r><w:t xml:space=\"preserve\">within </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>thirty</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>sixty</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> days</w:t></w:r></w:p>"));

    [Fact]
    public void Read_FieldsThatChangeWithEverySave_PrintsTheirNames() =>
        Assert.Equal(
            ["Page [PAGE] of [NUMPAGES], see Term"],
            Read($"<w:p>{T("Page ")}{Field(" PAGE \\* Arabic ", "7")}{T(" of ")}<w:fldSimple w:instr=\"NUMPAGES\">{T("35")}</w:fldSimple>{T(", see ")}{Field(" REF x ", "Term")}</w:p>"));

    [Fact]
    public void Read_HeaderFooterAndNotes_PrintsEachOnceWithItsKind()
    {
        const string section = "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"x0\"/><w:footerReference w:type=\"default\" r:id=\"x1\"/></w:sectPr>";
        var file = new WordFile
        {
            Body = $"<w:p><w:pPr>{section}</w:pPr>{T("Costs")}<w:r><w:footnoteReference w:id=\"4\"/></w:r></w:p>{section}",
            Footnotes = $"<w:footnote w:id=\"0\">{P("separator")}</w:footnote><w:footnote w:id=\"4\">{P("Net of tax.")}</w:footnote>",
        };
        file.WithLink("header", "header1.xml").With("word/header1.xml", $"<w:hdr {WordFile.Namespaces}>{P("Draft {{revision}}")}</w:hdr>");
        file.WithLink("footer", "footer1.xml").With("word/footer1.xml", $"<w:ftr {WordFile.Namespaces}>{P("Confidential")}</w:ftr>");

        var lines = WordTranscript.Read(file.ToBytes());

        Assert.Equal(
            ["Costs[^1]", "[Section break]", "", "[^1] Net of tax.", "", "[First-page header] Draft {{revision}}", "", "[Footer] Confidential"],
            lines);
    }

    [Fact]
    public void Read_CharactersThatActOnATerminal_PrintsTheirCodes() =>
        Assert.Equal(["a\\u009B31m b\\u202Ec"], Read(P("a\u009B31m b\u202Ec")));

    [Theory]
    [InlineData("<w:br/>", "a↵b")]
    [InlineData("<w:tab/>", "a\tb")]
    [InlineData("<w:noBreakHyphen/>", "a\u2011b")]
    public void Read_WhatIsNotText_StaysOnTheLine(string content, string expected) =>
        Assert.Equal([expected], Read($"<w:p><w:r><w:t>a</w:t>{content}<w:t>b</w:t></w:r></w:p>"));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("PK\u0003\u0004")]
    public void Read_WhatIsNoWordFile_IsRefusedWithASentence(string content)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => WordTranscript.Read(Encoding.Latin1.GetBytes(content)));

        Assert.StartsWith("The file is not a Word document (.docx): ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryTemplate_LosesNoWordOfIt()
    {
        foreach (var path in Directory.EnumerateFiles(FormDrafts.Folder, "*.docx", SearchOption.AllDirectories))
        {
            var file = File.ReadAllBytes(path);
            var text = string.Join('\n', WordTranscript.Read(file));

            Assert.All(
                DraftText.Read(file).Paragraphs.Where(paragraph => paragraph.Text.Length > 0),
                paragraph => Assert.Contains(paragraph.Text.Trim(), text.Replace('\u00A0', ' ').Replace('↵', '\n'), StringComparison.Ordinal));
            Assert.DoesNotContain(text, character => char.IsControl(character) && character is not ('\n' or '\t'));
        }
    }

    private static IReadOnlyList<string> Read(string body) => WordTranscript.Read(new WordFile { Body = body, Styles = Styles, Numbering = Numbering }.ToBytes());

    private static string P(string text, string? style = null) => $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}{T(text)}</w:p>";

    private static string T(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Cell(string blocks) => $"<w:tc>{blocks}</w:tc>";

    private static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{T(result)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}
