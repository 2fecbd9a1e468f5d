using AllianceAgreements.Documents.Templates;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class IncludeTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Fact]
    public void Include_AloneInItsParagraph_IsReplacedByTheClause() =>
        Assert.Equal(["before", "one", "Heart Alliance", "after"], Fill.With(
            P("before", "{{> clauses/ip}}", "after"), data: null, ("ip", P("one", "{{title}}"))).Paragraphs);

    [Fact]
    public void Include_InsideABlock_SeesItsScope() =>
        Assert.Equal(["Ada in Heart Alliance", "Bo in Heart Alliance"], Fill.With(
            P("{{#each people}}", "{{> clauses/person}}", "{{/each}}"), data: null, ("person", P("{{name}} in {{title}}"))).Paragraphs);

    [Fact]
    public void Include_WithinAClause_IsFollowed() =>
        Assert.Equal(["a", "b", "c"], Fill.With(
            P("{{> clauses/a}}"), data: null, ("a", P("a", "{{> clauses/b}}", "c")), ("b", P("b"))).Paragraphs);

    [Fact]
    public void Include_OfItself_IsReportedWithTheWay()
    {
        var fault = Fill.Fault(P("{{> clauses/a}}"), data: null, ("a", P("{{> clauses/b}}")), ("b", P("{{> clauses/a}}")));

        Assert.Equal("clauses/b.docx", fault.File);
        Assert.Contains("clauses/a.docx → clauses/b.docx → clauses/a.docx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Include_ThatDoublesWithEachLevel_IsStopped()
    {
        var clauses = Enumerable.Range(0, 20).Select(level => ($"c{level}", (Template)P($"{{{{> clauses/c{level + 1}}}}}", $"{{{{> clauses/c{level + 1}}}}}")));

        Assert.Contains(
            Fill.Faults(P("{{> clauses/c0}}"), data: null, [.. clauses, ("c20", P("x"))]),
            fault => fault.Message.Contains("more than 1,000 times", StringComparison.Ordinal));
    }

    [Fact]
    public void Include_OfAMissingFile_IsReported() =>
        Assert.Contains("no clause file clauses/none.docx", Fill.Fault(P("{{#if urgent}}", "{{> clauses/none}}", "{{/if}}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Include_BesideOtherText_IsReported() =>
        Assert.Contains("stand alone", Fill.Fault(P("see {{> clauses/a}}"), data: null, ("a", P("a"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Include_FaultInTheClause_NamesTheClause()
    {
        var fault = Fill.Fault(P("{{> clauses/a}}"), data: null, ("a", P("The {{ttile}}.")));

        Assert.Equal(("clauses/a.docx", "{{ttile}}", "The {{ttile}}."), (fault.File, fault.Tag, fault.Paragraph));
    }

    [Fact]
    public void Include_StyleThatTheTemplateHas_IsTheTemplates()
    {
        var filled = Fill.With(
            new Template { Body = P("{{> clauses/a}}"), Styles = Style("Clause", "House clause", "<w:pPr><w:keepNext/></w:pPr>") },
            data: null,
            ("a", new Template { Body = Styled("Clause", "x"), Styles = Style("Clause", "Other", "") }));

        Assert.Equal("House clause", Word.ValueOf(Assert.Single(filled.Part("word/styles.xml").Elements()).Element(Word.Main + "name")));
        Assert.Equal("Clause", StyleOf(filled, "x"));
    }

    [Fact]
    public void Include_StyleOfTheSameNameWithAnotherId_TakesTheTemplates()
    {
        var filled = Fill.With(
            new Template { Body = P("{{> clauses/a}}"), Styles = Style("Heading1", "heading 1", "") },
            data: null,
            ("a", new Template { Body = Styled("berschrift1", "x"), Styles = Style("berschrift1", "Heading 1", "") }));

        Assert.Equal("Heading1", StyleOf(filled, "x"));
    }

    [Fact]
    public void Include_StyleThatTheTemplateLacks_ComesAlongWithWhatItIsBasedOn()
    {
        var list = List(4);
        var filled = Fill.With(
            new Template { Body = P("{{> clauses/a}}"), Styles = Style("Normal", "Normal", "") },
            data: null,
            ("a", new Template
            {
                Body = Styled("Quote", "x"),
                Styles = Style("Quote", "Quote", "<w:basedOn w:val=\"Base\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr>") + Style("Base", "Base", "<w:basedOn w:val=\"Normal\"/>"),
                Numbering = list.Definition + list.Instance,
            }));

        Assert.Equal(["Normal", "Quote", "Base"], filled.Part("word/styles.xml").Elements().Select(style => (string?)style.Attribute(Word.StyleId)));
        Assert.Single(filled.Part("word/numbering.xml").Elements(Word.Main + "num"));
    }

    [Fact]
    public void Include_ListNumberedByHand_StartsAnewEachTime()
    {
        var list = List(1);
        var clause = new Template { Body = Listed(1, "first") + Listed(1, "second"), Numbering = list.Definition + list.Instance };
        var filled = Fill.With(
            new Template { Body = Listed(1, "own") + P("{{#each people}}", "{{> clauses/a}}", "{{/each}}"), Numbering = list.Definition + list.Instance },
            data: null,
            ("a", clause));

        Assert.Equal(["1", "2", "2", "3", "3"], ListsOf(filled));
        var numbering = filled.Part("word/numbering.xml");
        Assert.Single(numbering.Elements(Word.Main + "abstractNum"));
        Assert.All(numbering.Elements(Word.Main + "num").Skip(1), number => Assert.NotEmpty(number.Descendants(Word.Main + "startOverride")));
    }

    [Fact]
    public void Include_ListOfAnotherDefinition_BringsItAlong()
    {
        var (own, other) = (List(1), List(1, "%1."));
        var filled = Fill.With(
            new Template { Body = Listed(1, "own") + P("{{> clauses/a}}"), Numbering = own.Definition + own.Instance },
            data: null,
            ("a", new Template { Body = Listed(1, "x"), Numbering = other.Definition + other.Instance }));

        Assert.Equal(["(%1)", "%1."], filled.Part("word/numbering.xml").Descendants(Word.Main + "lvlText").Select(Word.ValueOf));
        Assert.Equal(["1", "2"], ListsOf(filled));
    }

    [Fact]
    public void Include_ListsInATemplateWithoutNumbering_MakesThePart()
    {
        var list = List(3);
        var filled = Fill.With(P("{{> clauses/a}}"), data: null, ("a", new Template { Body = Listed(3, "x"), Numbering = list.Definition + list.Instance }));

        Assert.Equal(["1"], ListsOf(filled));
    }

    [Fact]
    public void Include_NumberingThatBelongsToAStyle_GoesOnWithTheTemplates()
    {
        var house = List(5, style: "<w:pStyle w:val=\"Heading1\"/>");
        var same = List(9, style: "<w:pStyle w:val=\"Heading1\"/>");
        var filled = Fill.With(
            new Template { Body = Listed(5, "own") + P("{{> clauses/a}}"), Numbering = house.Definition + house.Instance, Styles = Style("Heading1", "heading 1", "") },
            data: null,
            ("a", new Template { Body = Listed(9, "x"), Numbering = same.Definition + same.Instance }));

        Assert.Equal(["5", "5"], ListsOf(filled));
    }

    [Fact]
    public void Include_LinkAndImage_ComeAlong()
    {
        var clause = new Template { Body = Runs($"<w:hyperlink r:id=\"r1\">{R("site")}</w:hyperlink>", Image("r2")) }
            .With("r1", "hyperlink", "https://example.com/?a=1&amp;b=2")
            .With("r2", "image", "media/logo.png", Png);
        var filled = Fill.With(P("{{> clauses/a}}", "{{> clauses/a}}"), data: null, ("a", clause));

        Assert.Equal(Png, filled.PartBytes(Assert.Single(filled.PartNames, name => name.StartsWith("word/media/", StringComparison.Ordinal))));
        Assert.Contains(filled.Part("word/_rels/document.xml.rels").Elements(), link => (string?)link.Attribute("Target") == "https://example.com/?a=1&b=2");
        Assert.Equal(["1", "2"], filled.Document.Descendants(Word.Drawing + "docPr").Select(drawing => (string?)drawing.Attribute("id")));
    }

    [Fact]
    public void Include_AnyOtherRelationship_IsReported()
    {
        var clause = new Template { Body = Runs("<w:r><w:object r:id=\"r1\"/></w:r>") }.With("r1", "oleObject", "embeddings/x.bin", [1], "application/octet-stream");

        Assert.Contains("\"oleObject\"", Fill.Fault(P("{{> clauses/a}}"), data: null, ("a", clause)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Include_Footnote_ComesAlongFilled()
    {
        var clause = new Template { Body = Runs(R("x"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), Footnote = P("Note of {{name}}") };
        var filled = Fill.With(P("{{#each people}}", "{{> clauses/a}}", "{{/each}}"), data: null, ("a", clause));

        Assert.Equal(["", "", "Note of Ada", "Note of Bo"], filled.ParagraphsOf("word/footnotes.xml"));
    }

    [Fact]
    public void Include_Endnote_ComesAlongFilled()
    {
        var clause = new Template { Body = Runs(R("x"), "<w:r><w:endnoteReference w:id=\"2\"/></w:r>"), Endnote = P("Note of {{name}}") };
        var filled = Fill.With(P("{{#each people}}", "{{> clauses/a}}", "{{/each}}"), data: null, ("a", clause));

        Assert.Equal(["", "", "Note of Ada", "Note of Bo"], filled.ParagraphsOf("word/endnotes.xml"));
    }

    [Fact]
    public void Include_NamespacesOfTheClause_AreDeclared()
    {
        var clause = new Template
        {
            Body = "<x:p><x:r><x:rPr><y:glow y:rad=\"5\"/></x:rPr><x:t>x</x:t></x:r></x:p>".Replace("<y:glow y:rad=\"5\"/>", "", StringComparison.Ordinal),
            RootNamespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
        };

        Assert.Equal(["x"], Fill.With(P("{{> clauses/a}}"), data: null, ("a", clause)).Paragraphs);
    }

    [Fact]
    public void Include_ClauseWithASectionOfItsOwn_LeavesTheTemplatesSection()
    {
        var filled = Fill.With(new Template { Body = P("{{> clauses/a}}"), Header = P("h") }, data: null, ("a", P("x")));

        Assert.Single(filled.Document.Descendants(Word.SectionProperties));
    }

    private static string Style(string id, string name, string content) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{content}</w:style>";

    private static string? StyleOf(Filled filled, string text) => Word.ValueOf(
        filled.Document.Descendants(Word.Paragraph).Single(paragraph => Filled.TextOf(paragraph) == text).Descendants(Word.Main + "pStyle").Single());

    private static IEnumerable<string?> ListsOf(Filled filled) => filled.Document.Descendants(Word.ListId).Select(Word.ValueOf);
}
