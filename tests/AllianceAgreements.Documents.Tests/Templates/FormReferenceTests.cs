using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class FormReferenceTests
{
    public static TheoryData<string> Requests => [.. FormRequests.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_RefersToClausesByTheNumberAndHeadingTheyHave(string request)
    {
        var draft = FormDrafts.TextOf(request);

        Assert.True(DraftConsistency.References(draft).Count > 35);
        Assert.Empty(DraftConsistency.BrokenReferences(draft));
        Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.Text.Contains(" headed “", StringComparison.Ordinal));
    }

    /// <summary>A number that was typed would go stale; Word works each of these out again from the clause itself.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_ShowsEveryNumberAsAFieldThatPointsAtItsClause(string request)
    {
        using var document = Open(request);
        var draft = FormDrafts.TextOf(request);
        var numbers = NumbersByBookmark(document, draft);

        var fields = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().SelectMany(FieldsOf).Where(field => field.Code is ["REF", ..]).ToList();

        var counted = fields.Where(field => field.Code.Contains("\\n") || field.Code.Contains("\\w")).ToList();
        Assert.Equal(DraftConsistency.References(draft).Count, counted.Count);
        Assert.All(counted, field => Assert.Equal(Shown(numbers[field.Code[1]]), field.Result));
        Assert.All(fields.Except(counted), field => Assert.Equal(numbers[field.Code[1]].Heading, field.Result));
    }

    /// <summary>What the request says of other texts ("Article 35 of Regulation (EU) 2016/679") is as it was given.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_KeepsTheWordAndTheNumberOfAReferenceOnOneLine(string request)
    {
        using var document = Open(request);

        var text = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value != "TOC1")
            .Select(paragraph => string.Concat(paragraph.Descendants<Text>().Select(piece => piece.Text)));

        Assert.All(text, line => Assert.DoesNotMatch(@"\b(Article|Section|Schedule|paragraph) \d+\b(?! of )", line));
    }

    /// <summary>What Word makes of a number: articles and schedules are numbered with their word.</summary>
    private static string Shown(DraftNumber number) => number.Word is "Article" or "Schedule" ? $"{number.Word}\u00A0{number.Number}" : number.Number;

    /// <summary>The number of the paragraph that each bookmark stands in.</summary>
    private static Dictionary<string, DraftNumber> NumbersByBookmark(WordprocessingDocument document, DraftText draft) =>
        document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Zip(DraftNumbers.Of(draft))
            .Where(pair => pair.Second is not null)
            .SelectMany(pair => pair.First.Descendants<BookmarkStart>().Select(start => (Name: start.Name!.Value!, Number: pair.Second!)))
            .ToDictionary(pair => pair.Name, pair => pair.Number, StringComparer.Ordinal);

    /// <summary>The code of each field, word by word, and what it shows.</summary>
    private static IEnumerable<(string[] Code, string Result)> FieldsOf(Paragraph paragraph)
    {
        var (code, result, isResult) = ("", "", false);
        foreach (var piece in paragraph.Descendants())
        {
            switch (piece)
            {
                case FieldChar { FieldCharType: var type } when type! == FieldCharValues.Begin:
                    (code, result) = ("", "");
                    break;
                case FieldChar { FieldCharType: var type }:
                    isResult = type! == FieldCharValues.Separate;
                    if (!isResult)
                    {
                        yield return (code.Split(' ', StringSplitOptions.RemoveEmptyEntries), result);
                    }

                    break;
                case FieldCode instruction:
                    code += instruction.Text;
                    break;
                case Text text when isResult:
                    result += text.Text;
                    break;
                default:
                    break;
            }
        }
    }

    private static WordprocessingDocument Open(string request) =>
        WordprocessingDocument.Open(new MemoryStream(FormDrafts.Of(request), writable: false), isEditable: false);
}
