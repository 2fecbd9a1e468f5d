using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Templates;
using CsCheck;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Rendering;

public sealed class HostileValueTests
{
    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.OneOf([.. new[] {
            "{{title}}", "{{#if urgent}}", "{{/if}}", "{{> clauses/a}}", "{{", "}}", "{", "]]>", "<w:p/>", "&amp;", "&", "\"", "'", "<!--", "\n", "\r\n", "\t", "  ",
            "\u05E9\u05DC\u05D5\u05DD", "\u0645\u0631\u062D\u0628\u0627 12", "\u533B\u7597\u8054\u76DF", "\U0001F3E5", "\U00020000", "e\u0301", "\u00A0", "\u0085", "\u2028", "\uFFFD" }.Select(text => Gen.Const(text))]),
        Gen.Char[' ', '\uD7FF'].Select(character => character.ToString()),
        Gen.Char['\uE000', '\uFFFD'].Select(character => character.ToString())).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Fill_AnyValue_ComesOutAsItIs() => Value.Sample(
        value =>
        {
            var filled = Fill.With(
                new Template { Body = P("a {{title}} z", "{{title | default:\"none\"}}"), Header = P("{{title}}"), Title = "{{title}}" }, new Sheet { Title = value });

            var expected = value.Replace("\r\n", "\n", StringComparison.Ordinal);
            Assert.Equal([$"a {expected} z", value.Length == 0 ? "none" : expected], filled.Paragraphs);
            Assert.Equal([expected], filled.ParagraphsOf("word/header.xml"));
        },
        iter: 60);

    [Theory]
    [InlineData("\u0000", "U+0000")]
    [InlineData("a\u0008b", "U+0008")]
    [InlineData("\u001F", "U+001F")]
    [InlineData("\uFFFE", "U+FFFE")]
    [InlineData("\uFFFF", "U+FFFF")]
    public void Fill_CharacterThatXmlForbids_IsReportedWithTheField(string value, string name)
    {
        var fault = Fill.Fault(P("{{title}}"), new Sheet { Title = value });

        Assert.Equal("{{title}}", fault.Tag);
        Assert.Contains($"title holds the character {name}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xD800, "x", "U+D800")]
    [InlineData(0xDC00, "", "U+DC00")]
    public void Fill_LoneSurrogate_IsReportedWithTheField(int surrogate, string after, string name) =>
        Assert.Contains($"title holds the character {name}", Fill.Fault(P("{{title}}"), new Sheet { Title = (char)surrogate + after }).Message, StringComparison.Ordinal);

    [Fact]
    public void Fill_LoneSurrogateUnderAFormatter_IsReportedToo() =>
        Assert.NotEmpty(Fill.Faults(P("{{title | title}}", "{{title | sentence}}", "{{title | upper}}", "{{names | list}}"), new Sheet { Title = "\uD800", Names = ["\uDFFF"] }));

    [Fact]
    public void Fill_LineEndsAndTabs_BecomeBreaksAndTabs()
    {
        var run = Fill.With(P("{{title}}"), new Sheet { Title = "a\nb\r\nc\td\re" }).Document.Descendants(Word.Run).Single();

        Assert.Equal(["t", "br", "t", "br", "t", "tab", "t", "br", "t"], run.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Fill_SpacesAtTheEdges_ArePreserved() => Assert.Equal("[  x  ]", Fill.Text("[{{title}}]", new Sheet { Title = "  x  " }));

    [Fact]
    public void Fill_RightToLeftValue_IsMarkedWithTheFormattingOfItsScript()
    {
        var filled = Fill.With(Runs(R("{{title}}", "<w:b/><w:i/><w:sz w:val=\"30\"/><w:lang w:val=\"en-US\"/>")), new Sheet { Title = "\u05E9\u05DC\u05D5\u05DD" });

        Assert.Equal(["b bCs i iCs sz szCs rtl lang:\u05E9\u05DC\u05D5\u05DD"], filled.Runs);
    }

    [Theory]
    [InlineData("\u05E9\u05DC\u05D5\u05DD 12 \u05D1 (x).", new[] { "rtl:\u05E9\u05DC\u05D5\u05DD 12 \u05D1", ": (x)." })]
    [InlineData("Clalit (\u05DB\u05DC\u05DC\u05D9\u05EA) Ltd", new[] { ":Clalit (", "rtl:\u05DB\u05DC\u05DC\u05D9\u05EA", ":) Ltd" })]
    [InlineData("\u0645\u0633\u062A\u0634\u0641\u0649", new[] { "rtl:\u0645\u0633\u062A\u0634\u0641\u0649" })]
    [InlineData("\u533B\u7597\u8054\u76DF \U0001F3E5", new[] { ":\u533B\u7597\u8054\u76DF \U0001F3E5" })]
    public void Fill_MixedDirections_AreSplitByTheirLetters(string value, string[] runs) =>
        Assert.Equal(runs, Fill.With(P("{{title}}"), new Sheet { Title = value }).Runs);

    [Fact]
    public void Fill_ValueOfAHundredThousandCharacters_ComesOut()
    {
        var value = string.Concat(Enumerable.Repeat("0123456789", 10_000));

        Assert.Equal(value, Fill.Text("{{title}}", new Sheet { Title = value }));
    }

    [Fact]
    public void Fill_EmptyValue_LeavesNoRun() => Assert.Empty(Fill.With(P("{{title}}"), new Sheet { Title = "" }).Runs);

    [Fact]
    public void Fill_Properties_AreFilledAndStamped()
    {
        var filled = Fill.With(new Template
        {
            Body = P("x"),
            Title = "{{title}}{{#if urgent}}!{{else}}, {{months}}{{/if}}",
            Properties = "<cp:lastModifiedBy>Jo</cp:lastModifiedBy><cp:revision>99</cp:revision>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2020-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">2021-01-01T00:00:00Z</dcterms:modified>",
        }, new Sheet { Title = "a\n<b>" });

        Assert.Equal(
            ["title=a <b>, 18", "revision=3", "created=2027-01-01T00:00:00Z", "modified=2027-01-01T00:00:00Z"],
            filled.Part("docProps/core.xml").Elements().Select(property => $"{property.Name.LocalName}={property.Value}"));
    }
}
