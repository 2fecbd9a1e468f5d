using AllianceAgreements.Documents.Templates;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Tags wherever a Word file can hold text.</summary>
public sealed class TagPlaceTests
{
    private const string Tags = "{{#if months > 12}}{{title | upper}}{{/if}}, {{due | date:\"iso\"}}";
    private const string Filled = "HEART ALLIANCE, 2027-03-01";

    private static readonly string[] Repeated = ["{{#each people}}", "{{name}}", "{{else}}", "nobody", "{{/each}}"];

    [Theory]
    [InlineData("header")]
    [InlineData("footer")]
    public void Tags_InAHeaderOrFooter_AreFilled(string part)
    {
        var content = P(Tags) + P(Repeated) + Table(Row("{{#each names}}{{.}}", "{{@number}}{{/each}}")) + P("z");
        var template = part == "header" ? new Template { Body = P("x"), Header = content } : new Template { Body = P("x"), Footer = content };

        Assert.Equal([Filled, "Ada", "Bo", "A", "1", "B", "2", "C", "3", "z"], Fill.With(template).ParagraphsOf($"word/{part}.xml"));
    }

    [Fact]
    public void Tags_InAHeaderOfTheFirstPageToo_AreFilled()
    {
        var body = P("x") + "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"first\" r:id=\"r8\"/><w:titlePg/></w:sectPr></w:pPr></w:p>" + P("y");
        var first = System.Text.Encoding.UTF8.GetBytes($"<w:hdr {Template.Namespaces}>{P(Tags)}</w:hdr>");
        var template = new Template { Body = body, Header = P("{{title}}") }
            .With("r8", "header", "header8.xml", first, "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml");

        var filled = Fill.With(template);

        Assert.Equal([Filled], filled.ParagraphsOf("word/header8.xml"));
        Assert.Equal(["Heart Alliance"], filled.ParagraphsOf("word/header.xml"));
    }

    [Theory]
    [InlineData("footnote")]
    [InlineData("endnote")]
    public void Tags_InANote_AreFilledWhereTheNoteIsReferredTo(string kind)
    {
        var body = P("{{#each people}}") + Runs(R("{{name}}"), $"<w:r><w:{kind}Reference w:id=\"2\"/></w:r>") + P("{{/each}}");
        var note = P($"{Tags} of {{{{name}}}}");
        var template = kind == "footnote" ? new Template { Body = body, Footnote = note } : new Template { Body = body, Endnote = note };

        var filled = Fill.With(template);

        Assert.Equal(["", "", $"{Filled} of Ada", $"{Filled} of Bo"], filled.ParagraphsOf($"word/{kind}s.xml"));
        Assert.Equal(
            filled.Part($"word/{kind}s.xml").Elements().Skip(2).Select(found => (string?)found.Attribute(Word.Id)),
            filled.Document.Descendants(Word.Main + $"{kind}Reference").Select(reference => (string?)reference.Attribute(Word.Id)));
    }

    [Fact]
    public void Tags_InAnEndnoteOfALeftOutParagraph_LeaveNoNote()
    {
        var body = P("{{#if urgent}}") + Runs(R("x"), "<w:r><w:endnoteReference w:id=\"2\"/></w:r>") + P("{{/if}}") + P("y");

        Assert.Equal(["", ""], Fill.With(new Template { Body = body, Endnote = P("{{note}}") }).ParagraphsOf("word/endnotes.xml"));
    }

    [Fact]
    public void Tags_InATextBox_AreFilledForNewAndOldReaders()
    {
        var filled = Fill.With(Runs(TextBox(P(Tags) + P(Repeated))));

        foreach (var alternative in new[] { "Choice", "Fallback" })
        {
            var box = filled.Document.Descendants(Word.Compatibility + alternative).Single().Descendants(Word.TextBox).Single();
            Assert.Equal([Filled, "Ada", "Bo"], box.Elements(Word.Paragraph).Select(Templates.Filled.TextOf));
        }
    }

    [Fact]
    public void Tags_InATextBoxOfAHeader_AreFilled()
    {
        var boxes = Fill.With(new Template { Body = P("x"), Header = Runs(TextBox(P(Tags))) }).Part("word/header.xml").Descendants(Word.TextBox);

        Assert.Equal([Filled, Filled], boxes.Select(Templates.Filled.TextOf));
    }

    [Fact]
    public void Tags_InDocumentProperties_AreFilled()
    {
        var filled = Fill.With(new Template
        {
            Body = P("x"),
            Title = Tags.Replace(">", "&gt;", StringComparison.Ordinal),
            Properties = "<dc:subject>{{names | list}}</dc:subject><cp:keywords>{{#each people}}{{name}};{{/each}}</cp:keywords>",
            Application = "<Company>{{title}} &amp; Co</Company><Pages>1</Pages>",
            Custom = "Matter {{months}}",
        });

        Assert.Equal([Filled, "A, B and C", "Ada;Bo;"], TextsOf(filled, "docProps/core.xml"));
        Assert.Equal(["Heart Alliance & Co", "1"], TextsOf(filled, "docProps/app.xml"));
        Assert.Equal(["Matter 18"], TextsOf(filled, "docProps/custom.xml"));
    }

    [Fact]
    public void Tag_FaultyInAnyProperty_IsReported() =>
        Assert.Equal(
            ["{{four}}", "{{one}}", "{{three}}", "{{two}}"],
            Fill.Faults(new Template { Body = P("x"), Title = "{{one}}", Properties = "<dc:subject>{{two}}</dc:subject>", Application = "<Manager>{{three}}</Manager>", Custom = "{{four}}" })
                .Select(fault => fault.Tag).Order(StringComparer.Ordinal));

    [Fact]
    public void Properties_WithoutTags_AreCopiedAsTheyAre()
    {
        var template = new Template { Body = P("x"), Application = "<Company>Northern Heart</Company>" };

        Assert.StartsWith("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">", System.Text.Encoding.UTF8.GetString(Fill.With(template).PartBytes("docProps/app.xml")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> TextsOf(Filled filled, string part) =>
        filled.Part(part).Descendants().Where(property => !property.HasElements).Select(property => property.Value);
}
