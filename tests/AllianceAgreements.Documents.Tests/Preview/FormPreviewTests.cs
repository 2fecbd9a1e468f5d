using System.Xml.Linq;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Domain.Ports;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class FormPreviewTests
{
    public static TheoryData<string> Requests => [.. FormRequests.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void ToHtml_Draft_ShowsAllOfItsTextInOrder(string request)
    {
        using var stream = new MemoryStream(FormDrafts.Of(request), writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var texts = document.MainDocumentPart!.Document!.Body!.Descendants().Select(element => element switch
        {
            Text text => text.Text,
            DocProperties { Description.Value: { } description } => $"[Image: {description}]",
            _ => "",
        });
        var preview = Preview(request);
        Spans(preview, "num").Remove();

        Assert.Equal(WithoutSpace(string.Concat(texts)), WithoutSpace(preview.Value));
    }

    /// <summary>The drafter counts for the contents, the preview for the headings; neither knows how the other does.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public void ToHtml_Draft_NumbersHeadingsAsTheContentsDo(string request)
    {
        var preview = Preview(request);
        var contents = preview.Elements("p").Where(line => ((string?)line.Attribute("class"))?.StartsWith("toc", StringComparison.Ordinal) is true);
        var headings = preview.Elements("h2").Where(heading => Spans(heading, "num").Any());

        Assert.NotEmpty(contents);
        Assert.Equal(contents.Select(line => WithoutSpace(line.Value)), headings.Select(heading => WithoutSpace(heading.Value)));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void ToHtml_Draft_CanBeLinkedInto(string request)
    {
        var preview = Preview(request);

        PreviewHtml.AssertSafe(preview);
        Assert.StartsWith("1.2", Assert.Single(preview.Elements("p"), HasId("clause-1-2")).Value, StringComparison.Ordinal);
        Assert.StartsWith("(a)", Assert.Single(preview.Elements("p"), HasId("clause-1-2-a")).Value, StringComparison.Ordinal);
        Assert.StartsWith("Schedule\u00A01", Assert.Single(preview.Elements("h2"), HasId("schedule-1")).Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Inspect_Draft_IsAccepted(string request) =>
        Assert.Equal(new UploadInspection.Accepted(UploadKind.Docx), new UploadInspector().Inspect(FormDrafts.Of(request)));

    private static XElement Preview(string request) =>
        XElement.Parse($"<body>{new WordPreview().ToHtml(FormDrafts.Of(request))}</body>", LoadOptions.PreserveWhitespace);

    private static IEnumerable<XElement> Spans(XElement element, string name) =>
        element.Descendants("span").Where(span => name.Equals((string?)span.Attribute("class"), StringComparison.Ordinal));

    private static Predicate<XElement> HasId(string id) => element => id.Equals((string?)element.Attribute("id"), StringComparison.Ordinal);

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
