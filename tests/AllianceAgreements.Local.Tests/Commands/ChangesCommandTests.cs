using System.Text.Json.Nodes;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class ChangesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _draft;

    public ChangesCommandTests() => _draft = _folder.PathOf("draft.docx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Changes_OfADraftAsItWasSent_AreNone()
    {
        await DraftAsync();

        var call = await Call.RunAsync("changes", _draft);

        Assert.Equal((0, $"{_draft}: AA-2027-TEST, revision 1: no change.", ""), (call.ExitCode, call.Output.TrimEnd(), call.Error));
    }

    [Fact]
    public async Task Changes_OfFieldsAndText_AreToldWithTheirClauses()
    {
        await DraftAsync();
        var returned = Edited(text => text
            .Replace(">Four Rivers Behavioral Health Alliance<", ">Five Rivers Alliance<", StringComparison.Ordinal)
            .Replace("keep complete and accurate", "keep reasonably complete and accurate", StringComparison.Ordinal));

        var call = await Call.RunAsync("changes", returned);

        Assert.Equal((1, ""), (call.ExitCode, call.Error));
        Assert.StartsWith($"{returned}: AA-2027-TEST, revision 1: changed 1 field and 1 paragraph of other text.", call.Output, StringComparison.Ordinal);
        Assert.Contains("      was: Four Rivers Behavioral Health Alliance", call.OutputLines);
        Assert.Contains("      is:  Five Rivers Alliance", call.OutputLines);
        Assert.Contains(call.OutputLines, line => line.StartsWith("  Section ", StringComparison.Ordinal));
        Assert.Contains(call.OutputLines, line => line.StartsWith("    is:  ", StringComparison.Ordinal) && line.Contains("keep reasonably complete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_AsJson_PointIntoTheRequest()
    {
        await DraftAsync();
        var returned = Edited(text => text.Replace(">Four Rivers Behavioral Health Alliance<", ">Five Rivers Alliance<", StringComparison.Ordinal));

        var call = await Call.RunAsync("changes", returned, "--json");

        var report = JsonNode.Parse(call.Output)!;
        Assert.Equal((1, ""), (call.ExitCode, call.Error));
        Assert.All(report["fields"]!.AsArray(), field => Assert.Equal("/title", (string?)field!["pointer"]));
        Assert.Equal((false, "AA-2027-TEST"), ((bool)report["isTextChanged"]!, (string?)report["reference"]));
        Assert.Empty(report["texts"]!.AsArray());
    }

    [Fact]
    public async Task Changes_WhenTemplatesAreOthersNow_NeedTheDraftToTellWhere()
    {
        await DraftAsync();
        var templates = _folder.PathOf("templates");
        FolderCopy.Create(LocalPaths.Templates, templates);
        File.Copy(Path.Combine(templates, "clauses", "confidentiality.docx"), Path.Combine(templates, "clauses", "audit.docx"), overwrite: true);
        var returned = Edited(text => text.Replace("keep complete and accurate", "keep reasonably complete and accurate", StringComparison.Ordinal));

        var alone = await Call.RunAsync("changes", returned, "--templates", templates);
        var compared = await Call.RunAsync("changes", returned, "--templates", templates, "--draft", _draft);

        Assert.Equal((1, 1), (alone.ExitCode, compared.ExitCode));
        Assert.Contains("changed other text.", alone.OutputLines[0], StringComparison.Ordinal);
        Assert.Contains("--draft", alone.OutputLines[^1], StringComparison.Ordinal);
        Assert.Contains("1 paragraph of other text.", compared.OutputLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_OfTextThatActsOnATerminal_ShowItsCodes()
    {
        await DraftAsync();
        var returned = Edited(text => text.Replace(">Four Rivers Behavioral Health Alliance<", ">Five\u202ERivers<", StringComparison.Ordinal));

        var call = await Call.RunAsync("changes", returned);

        Assert.Contains("      is:  Five\\u202ERivers", call.OutputLines);
    }

    [Fact]
    public async Task Changes_AtANumberThatActsOnATerminal_ShowItsCodes()
    {
        await DraftAsync();
        var returned = Edited(text => text.Replace("Each Party shall keep complete", "Each Party may keep complete", StringComparison.Ordinal));
        WordPart.Edit(returned, "word/numbering.xml", text => text.Replace("w:lvlText w:val=\"%1.%2\"", "w:lvlText w:val=\"\u202E\u009B31m%1.%2\"", StringComparison.Ordinal));

        var call = await Call.RunAsync("changes", returned);

        Assert.Contains("\\u202E\\u009B31m", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u009B', call.Output);
    }

    [Fact]
    public async Task Changes_OfAFileThatCarriesNothing_AreAWrongCall()
    {
        var path = _folder.PathOf("other.docx");
        File.Copy(Path.Combine(LocalPaths.Templates, "clauses", "audit.docx"), path);

        var call = (await Call.RunAsync("changes", path)).AssertRefused(2);

        Assert.Contains("--draft", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_OfAFileThatShowsAnother_AreRefusedWithTheReason()
    {
        await DraftAsync();
        var returned = Edited(text => text.Replace("<w:sectPr", "<w:altChunk r:id=\"rIdOther\"/><w:sectPr", StringComparison.Ordinal));
        WordPart.Edit(returned, "word/_rels/document.xml.rels", text => text.Replace(
            "</Relationships>",
            "<Relationship Id=\"rIdOther\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\" Target=\"styles.xml\"/></Relationships>",
            StringComparison.Ordinal));

        Assert.Contains("holds another file", (await Call.RunAsync("changes", returned, "--draft", _draft)).AssertRefused(2).Error, StringComparison.Ordinal);
        Assert.Contains("holds another file", (await Call.RunAsync("changes", returned)).AssertRefused(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_OfWhatIsNoWordFile_AreAWrongCall() =>
        Assert.Contains("not a Word document", (await Call.RunAsync("changes", _folder.Write("x.docx", [1, 2, 3]))).AssertRefused(2).Error, StringComparison.Ordinal);

    private async Task DraftAsync()
    {
        var request = _folder.Write("request.json", SampleRequests.Edited(SampleRequests.FourRivers, "$.title = \"Four Rivers Behavioral Health Alliance\""));
        Assert.Equal(0, (await Call.RunAsync("draft", request, "-o", _draft, "--reference", "AA-2027-TEST")).ExitCode);
    }

    private string Edited(Func<string, string> edit)
    {
        var path = _folder.PathOf("returned.docx");
        File.Copy(_draft, path);
        WordPart.Edit(path, WordPart.Main, edit);
        return path;
    }
}
