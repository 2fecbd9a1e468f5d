using System.IO.Compression;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class DraftCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _request;

    public DraftCommandTests() => _request = _folder.Write("request.json", SampleRequests.Read(SampleRequests.NorthernHeart));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Draft_ASample_WritesAWordFileAndPrintsWhere()
    {
        var path = _folder.PathOf("draft.docx");

        var call = await Call.RunAsync("draft", _request, "-o", path, "--reference", "AA-2027-TEST");

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Equal(path, Assert.Single(call.OutputLines));
        using var package = ZipFile.OpenRead(path);
        Assert.Contains("Northern Heart", Read(package, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains(package.Entries, entry => Read(package, entry.FullName).Contains("AA-2027-TEST", StringComparison.Ordinal));
        AssertNothingElse("request.json", "draft.docx");
    }

    [Fact]
    public async Task Draft_Twice_TakesThePlaceOfTheFirstWithTheSameBytes()
    {
        var path = _folder.Write("draft.docx", [1, 2, 3]);

        Assert.Equal(0, (await Call.RunAsync("draft", _request, "-o", path)).ExitCode);
        var first = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Call.RunAsync("draft", _request, "-o", path)).ExitCode);

        Assert.Equal(first, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        AssertNothingElse("request.json", "draft.docx");
    }

    [Fact]
    public async Task Draft_WhileSomebodyReadsTheOldFile_LeavesThemTheOldBytes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not replace a file that is open.");
        var path = _folder.Write("draft.docx", [1, 2, 3]);
        await using var reader = File.OpenRead(path);

        Assert.Equal(0, (await Call.RunAsync("draft", _request, "-o", path)).ExitCode);

        var seen = new byte[10];
        Assert.Equal(3, await reader.ReadAtLeastAsync(seen, 10, throwOnEndOfStream: false, TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 3], seen[..3]);
    }

    [Fact]
    public async Task Draft_AFaultyRequest_NamesItsFaultsAndWritesNothing()
    {
        var request = _folder.Write("request.json", SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title -"));

        var call = (await Call.RunAsync("draft", request, "-o", _folder.PathOf("draft.docx"))).AssertRefused(1);

        Assert.Contains("$.title: ", call.Error, StringComparison.Ordinal);
        AssertNothingElse("request.json");
    }

    [Fact]
    public async Task Draft_AFormWithoutATemplate_NamesTheFormsThatHaveOne()
    {
        var templates = CopyTemplates();
        foreach (var template in Directory.EnumerateFiles(templates, "*.docx").Where(file => Path.GetFileName(file) != "NonEquityAlliance.docx"))
        {
            File.Delete(template);
        }

        var call = (await DraftAsync(templates)).AssertRefused(1);

        Assert.Equal(
            "$.form: is JointVenture, for which there is no template yet; give one of: NonEquityAlliance", Assert.Single(call.ErrorLines));
        AssertNothingElse("request.json", "templates");
    }

    [Fact]
    public async Task Draft_ADamagedTemplate_NamesTheFile()
    {
        var templates = CopyTemplates();
        var path = Path.Combine(templates, "JointVenture.docx");
        var content = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, content[..(content.Length / 2)], TestContext.Current.CancellationToken);

        var call = (await DraftAsync(templates)).AssertRefused(1);

        Assert.StartsWith("JointVenture.docx: ", call.Error, StringComparison.Ordinal);
        AssertNothingElse("request.json", "templates");
    }

    [Fact]
    public async Task Draft_AMissingClause_NamesItAndWhereItIsIncluded()
    {
        var templates = CopyTemplates();
        File.Delete(Path.Combine(templates, "clauses", "transition-services.docx"));

        var call = (await DraftAsync(templates)).AssertRefused(1);

        Assert.Contains("There is no clause file clauses/transition-services.docx.", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder", "draft.docx")]
    [InlineData("request.json", "draft.docx")]
    [InlineData(".")]
    public async Task Draft_APlaceThatCannotBeWritten_IsAWrongCallAndLeavesNothing(params string[] place)
    {
        var path = Path.GetFullPath(_folder.PathOf(place));

        var call = (await Call.RunAsync("draft", _request, "-o", path)).AssertRefused(2);

        Assert.StartsWith($"{path} cannot be written", call.Error, StringComparison.Ordinal);
        AssertNothingElse("request.json");
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(_folder.Root)!));
    }

    private Task<Call> DraftAsync(string templates) =>
        Call.RunAsync("draft", _request, "-o", _folder.PathOf("draft.docx"), "--templates", templates);

    private void AssertNothingElse(params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private string CopyTemplates()
    {
        var target = _folder.PathOf("templates");
        FolderCopy.Create(LocalPaths.Templates, target);
        return target;
    }

    private static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
