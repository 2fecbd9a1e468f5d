using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class FaultTests
{
    [Theory]
    [InlineData("{{titel}}", "no field \"titel\" here")]
    [InlineData("{{office.town}}", "no field \"town\" in \"office.town\"")]
    [InlineData("{{title.length}}", "what stands before it is a text")]
    [InlineData("{{.}}", "Outside an each")]
    [InlineData("{{@number}}", "Outside an each")]
    [InlineData("{{title | shout}}", "no formatter \"shout\"; there are a, country, date")]
    [InlineData("{{title | date}}", "takes a date, and this is a text")]
    [InlineData("{{due | date:\"short\"}}", "\"long\", \"long-us\", \"iso\"")]
    [InlineData("{{months | plural:\"month\"}}", "takes two texts")]
    [InlineData("{{title | upper:\"x\"}}", "takes no argument")]
    [InlineData("{{months | number:\"x\"}}", "number of decimals")]
    [InlineData("{{people | list}}", "takes a list of plain values")]
    [InlineData("{{months | money}}", "takes an amount of money, and this is a number")]
    [InlineData("{{price}}", "write it with | money")]
    [InlineData("{{names}}", "go through it with {{#each}}")]
    [InlineData("{{urgent}}", "decide with it in {{#if}}")]
    [InlineData("{{office}}", "group of fields")]
    [InlineData("{{title title}}", "Where the end of the tag should be")]
    [InlineData("{{title |}}", "name of a formatter")]
    [InlineData("{{title | default:x}}", "text in quotation marks")]
    [InlineData("{{title | default:\"x}}", "not closed with a quotation mark")]
    [InlineData("{{title ; x}}", "\";\" has no meaning")]
    [InlineData("{{ref}}", "no field \"ref\" here")]
    [InlineData("{{#unless urgent}}", "not a block")]
    [InlineData("{{12}}", "alone is no field")]
    public void Field_Faulty_IsReportedWithTagAndParagraph(string tag, string message)
    {
        var fault = Fill.Fault(P($"See {tag} here."));

        Assert.Equal((tag, $"See {tag} here."), (fault.Tag, fault.Paragraph));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{#if nothing}}", "no field \"nothing\"")]
    [InlineData("{{#if cadence == \"Yearly\"}}", "\"Yearly\" is not one of Weekly, Fortnightly")]
    [InlineData("{{#if months == \"18\"}}", "a number with a text")]
    [InlineData("{{#if names == \"A\"}}", "A list cannot be compared")]
    [InlineData("{{#if \"x\"}}", "A value alone decides nothing")]
    [InlineData("{{#if urgent and}}", "name of a field")]
    [InlineData("{{#if}}", "the tag ends")]
    [InlineData("{{#if (urgent}}", "closing parenthesis")]
    [InlineData("{{#if title > 3}}", "a text with a number")]
    [InlineData("{{#if title > note}}", "Numbers and dates have an order, and this is a text")]
    [InlineData("{{#if due < \"1 March 2027\"}}", "is not a date; write it as year, month and day")]
    public void If_Faulty_IsReportedOnce(string tag, string message) =>
        Assert.Contains(message, Fill.Fault(P($"{tag}x{{{{/if}}}}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{{else if nothing}}", "no field \"nothing\"")]
    [InlineData("{{else if}}", "the tag ends")]
    public void ElseIf_Faulty_IsReportedOnce(string tag, string message) =>
        Assert.Contains(message, Fill.Fault(P($"{{{{#if urgent}}}}a{tag}b{{{{else}}}}c{{{{/if}}}}")).Message, StringComparison.Ordinal);

    [Fact]
    public void ElseIf_OfAnEach_IsReported() =>
        Assert.Contains("no {{else if", Fill.Fault(P("{{#each names}}a{{else if urgent}}b{{/each}}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{{#each nobody}}", "no field \"nobody\"")]
    [InlineData("{{#each title}}", "#each takes a list")]
    [InlineData("{{#each \"x\"}}", "name of a field")]
    public void Each_Faulty_IsReportedOnceAndNotAgainForEachOfItsFields(string tag, string message) =>
        Assert.Contains(message, Fill.Fault(P($"{tag}{{{{name}}}} {{{{a.b | upper}}}}{{{{/each}}}}")).Message, StringComparison.Ordinal);

    [Fact]
    public void UnknownFields_InBranchesNotTaken_AreReported()
    {
        var faults = Fill.Faults(
            P("{{#if urgent}}", "{{one}}", "{{/if}}", "{{#each people}}", "{{two}}", "{{else}}", "{{three}}", "{{/each}}"), new Sheet { People = [] });

        Assert.Equal(["{{one}}", "{{two}}", "{{three}}"], faults.Select(fault => fault.Tag));
    }

    [Fact]
    public void Faults_OfEveryKindInEveryPart_AreReportedAtOnce()
    {
        var template = new Template
        {
            Body = P("{{one}}", "{{#if two}}", "{{/if}}", "{{note}}", "{{title | three}}", "{{> clauses/none}}", "{{> clauses/a}}") + Runs(R("x"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
            Header = P("{{four}}"),
            Footer = P("{{five"),
            Footnote = P("{{six}}"),
            Title = "{{seven}}",
        };

        var faults = Fill.Faults(template, data: null, ("a", P("{{eight}}")));

        Assert.Equal(
            ["{{eight}}", "{{five", "{{four}}", "{{note}}", "{{one}}", "{{seven}}", "{{six}}", "{{title | three}}", "{{#if two}}", "{{> clauses/none}}"],
            faults.Select(fault => fault.Tag!).OrderBy(tag => tag.Contains('#', StringComparison.Ordinal) || tag.Contains('>', StringComparison.Ordinal)).ThenBy(tag => tag, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{{note}}", "note is absent")]
    [InlineData("{{office.city}}", "office.city is absent")]
    [InlineData("{{fee | money}}", "fee is absent")]
    public void AbsentField_WithoutDefault_IsReportedWithAdvice(string tag, string message)
    {
        var fault = Fill.Fault(P(tag));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains("{{#if …}}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AbsentField_Guarded_IsNoFault() =>
        Assert.Equal("none USD 5.00", Fill.Text(
            "{{#if note}}{{note}}{{/if}}{{note | default:\"none\"}} {{#if fee}}{{fee | money}}{{else}}USD 5.00{{/if}}{{#if office.floor}}{{office.floor}}{{/if}}"));

    [Fact]
    public void ForbiddenCharacter_InAList_IsNamedWithItsPlace()
    {
        var sheet = new Sheet { People = [new("Ada", ["x"]), new("B\u0001o", [])] };

        Assert.Contains("people[1].name holds the character U+0001", Fill.Fault(P("{{#each people}}", "{{name}}", "{{/each}}"), sheet).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Formatter_OfAValueOutOfRange_IsReported() =>
        Assert.Contains("whole numbers from 0", Fill.Fault(P("{{rate | words}}")).Message, StringComparison.Ordinal);

    [Fact]
    public void TagInAFieldCodeAnAttributeOrALinkTarget_IsReported()
    {
        Assert.Contains("field code", Fill.Fault(Runs("<w:r><w:instrText>HYPERLINK {{title}}</w:instrText></w:r>")).Message, StringComparison.Ordinal);
        Assert.Contains("attribute tooltip", Fill.Fault(Runs($"<w:hyperlink w:anchor=\"a\" w:tooltip=\"{{{{title}}}}\">{R("x")}</w:hyperlink>")).Message, StringComparison.Ordinal);
        Assert.Contains("target of a link", Fill.Fault(
            new Template { Body = Runs($"<w:hyperlink r:id=\"r1\">{R("x")}</w:hyperlink>") }.With("r1", "hyperlink", "mailto:%7B%7Btitle%7D%7D")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TagInADiagram_IsReported() =>
        Assert.Contains("word/diagrams/data.xml", Fill.Fault(
            new Template { Body = P("x") }.With("r1", "diagramData", "diagrams/data.xml", "<a>{{title}}</a>"u8.ToArray(), "application/xml")).Message, StringComparison.Ordinal);

    [Fact]
    public void MacroDocument_IsRefused() =>
        Assert.Contains("without macros", Fill.Fault(new Template { Body = P("x"), MainType = "application/vnd.ms-word.document.macroEnabled.main+xml" }).Message, StringComparison.Ordinal);

    [Fact]
    public void StrictDocument_IsRefused() =>
        Assert.Contains("Strict Open XML", Fill.Fault(new Template
        {
            Body = "",
            RootNamespaces = "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"",
        }).Message, StringComparison.Ordinal);

    [Fact]
    public void DamagedFile_IsRefused()
    {
        var file = new TemplateFile("Main.docx", "not a package"u8.ToArray());

        var faults = Assert.Throws<InvalidTemplateException>(() => Documents.Templates.Compiling.TemplateCompiler.Compile([file], Fill.Shape).Render(new Sheet(), Fill.Stamp)).Faults;

        Assert.Equal("Main.docx", Assert.Single(faults).File);
    }

    [Fact]
    public void DamagedClause_IsReportedWithEverythingElse()
    {
        var clause = new TemplateFile("clauses/a.docx", new byte[10]);

        var faults = Documents.Templates.Compiling.TemplateCompiler.Compile([((Template)P("{{> clauses/a}}", "{{one}}")).ToFile(), clause], Fill.Shape).Faults;

        Assert.Contains(faults, fault => fault.File == "clauses/a.docx");
        Assert.Contains(faults, fault => fault.Tag == "{{one}}");
    }

    [Fact]
    public void Condition_OnEveryKindOfValue_Decides()
    {
        var sheet = new Sheet { Note = "", Fee = new Money { Amount = 0, Currency = "USD" }, Names = [] };

        Assert.Equal("", Fill.Text("{{#if note}}a{{/if}}{{#if urgent}}b{{/if}}{{#if names}}c{{/if}}{{#if office}}d{{/if}}", sheet));
        Assert.Equal("abcdefgh", Fill.Text(
            "{{#if fee}}a{{/if}}{{#if months == 18}}b{{/if}}{{#if rate != 12}}c{{/if}}{{#if urgent == false}}d{{/if}}{{#if cadence == \"SemiAnnually\"}}e{{/if}}"
            + "{{#if not note and not urgent}}f{{/if}}{{#if urgent or names or title}}g{{/if}}{{#if office.city != \"Duluth\"}}h{{/if}}", sheet));
    }
}
