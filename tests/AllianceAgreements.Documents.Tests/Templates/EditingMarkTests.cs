using AllianceAgreements.Documents.Checking;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Tags where an editor has not finished: in tracked changes and in comments.</summary>
public sealed class EditingMarkTests
{
    private const string Author = "w:author=\"A\" w:date=\"2027-01-01T00:00:00Z\"";

    private const string CommentReference = "<w:r><w:commentReference w:id=\"0\"/></w:r>";

    public static TheoryData<string, string> Changes => new()
    {
        { "inserted", $"<w:ins w:id=\"1\" {Author}>{R("{{title}}")}</w:ins>" },
        { "deleted", $"<w:del w:id=\"1\" {Author}><w:r><w:delText>{{{{title}}}}</w:delText></w:r></w:del>" },
        { "moved here", $"<w:moveToRangeStart w:id=\"1\" w:name=\"m\" {Author}/><w:moveTo w:id=\"2\" {Author}>{R("{{title}}")}</w:moveTo><w:moveToRangeEnd w:id=\"1\"/>" },
        { "moved away", $"<w:moveFromRangeStart w:id=\"1\" w:name=\"m\" {Author}/><w:moveFrom w:id=\"2\" {Author}>{R("{{title}}")}</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>" },
        { "inserted in pieces", $"<w:ins w:id=\"1\" {Author}>{R("{{ti")}{R("tle}}", Bold)}</w:ins>" },
        { "deleted in a link", $"<w:hyperlink w:anchor=\"a\"><w:del w:id=\"1\" {Author}><w:r><w:delText>{{{{title}}}}</w:delText></w:r></w:del></w:hyperlink>" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Tag_InATrackedChange_IsRefusedWithItsParagraph(string kind, string change)
    {
        var fault = Fill.Fault(P("First.") + Runs(R($"Paid, {kind}: "), change));

        Assert.Equal(("Main.docx", "{{title}}", $"Paid, {kind}: {{{{title}}}}"), (fault.File, fault.Tag, fault.Paragraph));
        Assert.Contains("accept or reject", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("footnote")]
    [InlineData("endnote")]
    [InlineData("text box")]
    public void Tag_InATrackedChangeOutsideTheBody_IsRefused(string where)
    {
        var change = Runs($"<w:ins w:id=\"1\" {Author}>{R("{{title}}")}</w:ins>");
        var template = where switch
        {
            "header" => new Template { Body = P("x"), Header = change },
            "footnote" => new Template { Body = Runs(R("x"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), Footnote = change },
            "endnote" => new Template { Body = Runs(R("x"), "<w:r><w:endnoteReference w:id=\"2\"/></w:r>"), Endnote = change },
            _ => new Template { Body = Runs(TextBox(change)) },
        };

        Assert.Equal(("{{title}}", "{{title}}"), Assert.Single(Fill.Faults(template).Select(fault => (fault.Tag, fault.Paragraph)).Distinct()));
    }

    [Theory]
    [InlineData("<w:trPr><w:ins w:id=\"1\" w:author=\"A\"/></w:trPr>")]
    [InlineData("<w:trPr><w:del w:id=\"1\" w:author=\"A\"/></w:trPr>")]
    public void Row_InsertedOrDeleted_IsRefusedWithItsFirstParagraph(string properties) =>
        Assert.Equal("{{title}} a", Fill.Fault(Table($"<w:tr>{properties}{Cell(P("{{title}} a"))}{Cell(P("b"))}</w:tr>") + P("x")).Paragraph);

    [Theory]
    [InlineData("<w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\" w:author=\"A\"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>")]
    [InlineData("<w:pPr><w:rPr><w:ins w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r>")]
    [InlineData("<w:customXmlInsRangeStart w:id=\"1\" w:author=\"A\"/><w:r><w:t>x</w:t></w:r><w:customXmlInsRangeEnd w:id=\"1\"/>")]
    public void TrackedChange_WithoutATag_IsRefusedWithItsParagraph(string content)
    {
        var fault = Fill.Fault(Runs(content));

        Assert.Equal((null, "x"), (fault.Tag, fault.Paragraph));
        Assert.Contains("tracked change", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tag_InAComment_IsRefusedWithTheParagraphThatTheCommentIsAbout()
    {
        var comment = Runs(R("Use {{ti"), R("tle}} here?"));
        var fault = Fill.Fault(new Template { Body = P("First.") + Runs(R("The Fee is due."), CommentReference), Comment = comment });

        Assert.Equal(("Main.docx", "{{title}}", "The Fee is due."), (fault.File, fault.Tag, fault.Paragraph));
        Assert.Contains("cannot stand in a comment", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tag_InACommentOnWholeParagraphs_IsRefusedWithTheFirst() => Assert.Equal("One.", Fill.Fault(new Template
    {
        Body = $"<w:commentRangeStart w:id=\"0\"/>{P("One.", "Two.")}<w:commentRangeEnd w:id=\"0\"/>{P("Three.")}",
        Comment = P("{{title}}"),
    }).Paragraph);

    [Fact]
    public void Tag_InACommentOfAClause_IsRefused()
    {
        var clause = new Template { Body = Runs(R("The Fee is due."), CommentReference), Comment = P("{{title}}") };

        var fault = Fill.Fault(P("{{> clauses/a}}"), data: null, ("a", clause));

        Assert.Equal(("clauses/a.docx", "The Fee is due."), (fault.File, fault.Paragraph));
    }

    [Fact]
    public void Check_TagInAComment_IsFoundInItsPlace()
    {
        var file = new Template { Body = P("x") + Runs(R("The Fee is due."), CommentReference), Comment = P("{{title}}") }.ToFile("clauses/a.docx");

        var finding = Assert.Single(TemplateCheck.Run([file], file.Name), finding => finding.Kind == TemplateFindingKind.Tag);

        Assert.Equal(("document", "The Fee is due.", "{{title}}", 1), (finding.Part, finding.Paragraph, finding.Tag, finding.Index));
    }

    [Fact]
    public void Comment_WithoutATag_DoesNotReachTheDraft()
    {
        var body = Runs("<w:commentRangeStart w:id=\"0\"/>", R("{{title}}"), "<w:commentRangeEnd w:id=\"0\"/>", CommentReference);
        var filled = Fill.With(new Template { Body = body, Comment = P("Ask Jo.") });

        Assert.DoesNotContain("word/comments.xml", filled.PartNames);
        Assert.Equal([":Heart Alliance"], filled.Runs);
    }
}
