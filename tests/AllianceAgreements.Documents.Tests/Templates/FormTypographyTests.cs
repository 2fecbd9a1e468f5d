using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class FormTypographyTests
{
    public static TheoryData<string> Requests => [.. FormRequests.Names];

    /// <summary>No heading, and nothing that announces a table or a list, stands alone at the foot of a page.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_KeepsWhatIntroducesSomethingWithIt(string request)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(FormDrafts.Of(request), writable: false), isEditable: false);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);
        var blocks = document.MainDocumentPart.Document!.Body!.ChildElements;

        var introductions = blocks.Zip(blocks.Skip(1)).Where(pair => pair.First is Paragraph first && (IsHeading(first) || IsAnnouncement(first) || IsTable(pair.Second)))
            .Select(pair => (Paragraph)pair.First).ToList();

        Assert.True(introductions.Count > 60);
        Assert.All(introductions, introduction => Assert.True(KeepsWithNext(introduction, styles), introduction.InnerText));
    }

    /// <summary>No page begins or ends with a single line of a paragraph, and no style of the house takes that back.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_LeavesNoSingleLineOfAParagraphOnAPage(string request)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(FormDrafts.Of(request), writable: false), isEditable: false);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;

        Assert.NotNull(styles.DocDefaults!.ParagraphPropertiesDefault!.ParagraphPropertiesBaseStyle!.WidowControl);
        Assert.All(styles.Descendants<WidowControl>().Concat(document.MainDocumentPart.Document!.Descendants<WidowControl>()), control => Assert.True(control.Val?.Value ?? true));
    }

    private static bool IsHeading(Paragraph paragraph) =>
        StyleOf(paragraph) is "Heading1" or "ScheduleHeading" or "SchedulePart" or "PartHeading" or "SignatureHeading" or "ContentsHeading" or "AgreementTitle";

    private static bool IsAnnouncement(Paragraph paragraph) =>
        StyleOf(paragraph) is "Clause" or "ClauseContinued" or "Subclause" or "ScheduleClause" && paragraph.InnerText.EndsWith(':');

    private static bool IsTable(DocumentFormat.OpenXml.OpenXmlElement block) =>
        block is Table table && table.Descendants<TableStyle>().Any(style => style.Val == "AgreementTable");

    private static bool KeepsWithNext(Paragraph paragraph, Dictionary<string, Style> styles)
    {
        if (paragraph.ParagraphProperties?.KeepNext is not null)
        {
            return true;
        }

        for (var style = styles[StyleOf(paragraph)]; ; style = styles[style.BasedOn.Val!.Value!])
        {
            if (style.StyleParagraphProperties?.KeepNext is not null)
            {
                return true;
            }

            if (style.BasedOn is null)
            {
                return false;
            }
        }
    }

    private static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal";
}
