using System.Xml.Linq;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Tests.Packages;
using AllianceAgreements.Documents.Tests.Redline;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Testing.Requests;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Preview;

/// <summary>Previews of tracked changes.</summary>
public sealed class RedlinePreviewTests
{
    [Fact]
    public void Html_ChangeWithSeveralFormats_IsSaidOnce() =>
        Assert.Equal(
            "<p><ins><span class=\"spoken\">inserted: </span>a<strong>b</strong>c</ins></p>",
            PreviewHtml.OfBody($"<w:p><w:ins>{Run("a")}{Run("b", "<w:b/>")}{Run("c")}</w:ins></w:p>"));

    [Fact]
    public void Html_DeletedAndInsertedClauses_HaveTheNumbersOfTheirOwnText()
    {
        var file = new WordFile
        {
            Numbering = List(0, ("decimal", "%1.", "")) + Use(1, 0),
            Body = Clause("one", "") + Clause("two", "del") + Clause("new", "ins") + Clause("newer", "ins") + Clause("three", ""),
        };

        // The older text counts one, two, three; the newer one, new, newer, three.
        Assert.Equal(["1.", "2.", "2.", "3.", "4."], PreviewHtml.Numbers(file));
        Assert.Equal(["clause-1", "clause-2", "clause-3", "clause-4"], PreviewHtml.Ids(file));
        var numbers = PreviewHtml.Parse(file).Descendants("span").Where(span => (string?)span.Attribute("class") == "num");
        Assert.Equal([null, "del", "ins", "ins", null], numbers.Select(number => number.Elements().SingleOrDefault()?.Name.LocalName));
    }

    [Fact]
    public void Html_RedlineOfDrafts_HasTheAnchorsOfTheNewDraftAndBothTexts()
    {
        var before = FormDrafts.Draft(SampleRequests.Terms(SampleRequests.NorthernHeart));
        var after = FormDrafts.Draft(SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, """
            $.confidentiality.survivalYears = 7
            $.terminationTriggers[1] -
            $.term.renewalMonths = 24
            """)));

        var redline = Parse(RedlineLaw.Compare(before, after));

        PreviewHtml.AssertSafe(redline);
        Assert.Equal(Ids(Parse(after)), Ids(redline));
        Assert.Equal(TextOf(Parse(after)), TextOf(Without(redline, "del")));
        Assert.Equal(TextOf(Parse(before)), TextOf(Without(redline, "ins")));
    }

    private static string Clause(string text, string change)
    {
        var (mark, start, end) = change.Length == 0 ? ("", "", "") : ($"<w:rPr><w:{change}/></w:rPr>", $"<w:{change}>", $"</w:{change}>");
        return $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>{mark}</w:pPr>{start}{Run(text)}{end}</w:p>";
    }

    private static XElement Parse(byte[] document) => XElement.Parse($"<body>{new WordPreview().ToHtml(document)}</body>", LoadOptions.PreserveWhitespace);

    private static string[] Ids(XElement body) => [.. body.Descendants().Attributes("id").Select(id => id.Value)];

    private static XElement Without(XElement redline, string change)
    {
        var copy = new XElement(redline);
        copy.Descendants(change).Remove();
        copy.Descendants("span").Where(span => (string?)span.Attribute("class") is "spoken").Remove();
        return copy;
    }

    /// <summary>The text without the numbers, which common clauses have of the newer draft, and without spaces, which stand between blocks.</summary>
    private static string TextOf(XElement body)
    {
        var copy = new XElement(body);
        copy.Descendants("span").Where(span => (string?)span.Attribute("class") is "num").Remove();
        return string.Concat(copy.Value.Where(character => !char.IsWhiteSpace(character)));
    }
}
