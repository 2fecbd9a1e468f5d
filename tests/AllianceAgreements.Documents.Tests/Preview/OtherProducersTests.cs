using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Domain.Ports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class OtherProducersTests
{
    [Fact]
    public void ToHtmlAndInspect_DocumentOfTheOpenXmlSdk_AreRead()
    {
        var content = CreateWithSdk();

        Assert.Equal(
            "<h2 id=\"clause-1\"><span class=\"num\">1.</span> Purpose</h2><p>The Parties <ins><span class=\"spoken\">inserted: </span>agree</ins>.</p>", new WordPreview().ToHtml(content));
        Assert.Equal(new UploadInspection.Accepted(UploadKind.Docx), new UploadInspector().Inspect(content));
    }

    private static byte[] CreateWithSdk()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(
                    new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal },
                    new ParagraphStyleIdInLevel { Val = "Heading1" }, new LevelText { Val = "%1." })
                { LevelIndex = 0 })
                { AbstractNumberId = 0 },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(
                    new StyleName { Val = "heading 1" },
                    new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 })))
                { Type = StyleValues.Paragraph, StyleId = "Heading1" });
            main.Document = new Document(new Body(
                new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }), new Run(new Text("Purpose"))),
                new Paragraph(
                    new Run(new Text("The Parties ") { Space = SpaceProcessingModeValues.Preserve }),
                    new InsertedRun(new Run(new Text("agree"))) { Author = "Counsel", Id = "1" },
                    new Run(new Text(".")))));
        }

        return stream.ToArray();
    }
}
