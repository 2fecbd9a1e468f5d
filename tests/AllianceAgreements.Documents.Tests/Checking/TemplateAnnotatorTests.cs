using AllianceAgreements.Documents.Checking.Annotating;
using AllianceAgreements.Documents.Tests.Templates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Checking;

public sealed class TemplateAnnotatorTests
{
    private const string Audit = "clauses/audit.docx";

    [Fact]
    public void Annotate_FaultsOfAClause_StandAsCommentsAtTheirParagraphs()
    {
        var folder = new TemplateFolder().Edit(Audit, " On at least twenty", " {{titl}} On at least twenty");

        using var copy = Open(TemplateAnnotator.Annotate(folder[Audit], Audit, folder.Check(Audit)));

        Assert.Empty(Validity.FaultsOf(copy));
        var comment = Assert.Single(copy.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>());
        Assert.Equal("{{titl}}: There is no field \"titl\" here; did you mean \"title\"?", comment.InnerText);
        var place = Assert.Single(copy.MainDocumentPart.Document!.Descendants<CommentRangeStart>(), start => start.Id == comment.Id);
        Assert.StartsWith("Audit. {{titl}} On at least", place.Parent!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotate_AFaultOfAnIncludedClause_StandsWhereItIsIncluded()
    {
        const string form = "JointVenture.docx";
        var folder = new TemplateFolder().Edit(Audit, " On at least twenty", " {{titl}} On at least twenty");

        using var copy = Open(TemplateAnnotator.Annotate(folder[form], form, folder.Check(form)));

        Assert.Empty(Validity.FaultsOf(copy));
        var place = Assert.Single(copy.MainDocumentPart!.Document!.Descendants<CommentRangeStart>());
        Assert.Equal("{{> clauses/audit}}", place.Parent!.InnerText);
        Assert.StartsWith($"{Audit} (1.2): {{{{titl}}}}: ", copy.MainDocumentPart.WordprocessingCommentsPart!.Comments!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotate_AFileWithComments_KeepsThemAndAddsItsOwn()
    {
        var file = new Template { Body = Xml.Runs(Xml.R("{{titl}}"), "<w:r><w:commentReference w:id=\"0\"/></w:r>"), Comment = Xml.P("Ask Jo") }.ToBytes();
        var folder = new TemplateFolder { ["clauses/new.docx"] = file };

        using var copy = Open(TemplateAnnotator.Annotate(file, "clauses/new.docx", folder.Check("clauses/new.docx")));

        Assert.Empty(Validity.FaultsOf(copy));
        Assert.Equal(["0", "1", "2"], copy.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().Select(comment => comment.Id!.Value));
    }

    [Fact]
    public void Annotate_FaultsInAHeaderAndATextBox_StandWhereCommentsCan()
    {
        var file = new Template { Body = Xml.P("First") + Xml.Runs(Xml.R("Around"), Xml.TextBox(Xml.P("{{boxed}}"))), Header = Xml.P("{{headed}}") }.ToBytes();
        var folder = new TemplateFolder { ["clauses/new.docx"] = file };

        using var copy = Open(TemplateAnnotator.Annotate(file, "clauses/new.docx", folder.Check("clauses/new.docx")));

        Assert.Empty(Validity.FaultsOf(copy));
        var body = copy.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(paragraph => paragraph.Elements<CommentRangeStart>().Count());
        Assert.Equal([1, 1], body);
    }

    [Fact]
    public void Annotate_Twice_GivesTheSameBytes()
    {
        var folder = new TemplateFolder().Edit(Audit, " On at least twenty", " {{titl}} On at least twenty");
        var findings = folder.Check(Audit);

        Assert.Equal(TemplateAnnotator.Annotate(folder[Audit], Audit, findings), TemplateAnnotator.Annotate(folder[Audit], Audit, findings));
    }

    [Fact]
    public void Annotate_WhatIsNoWordFile_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => TemplateAnnotator.Annotate(new byte[10], "x.docx", []));

    private static WordprocessingDocument Open(byte[] content) => WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
}
