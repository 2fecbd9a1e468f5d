using AllianceAgreements.Local.Hosting;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class TextCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_AClause_PrintsAParagraphALineWithItsNumber()
    {
        var call = await LocalProcess.RunAsync(_folder.Root, [], "text", Path.Combine(LocalPaths.Templates, "clauses", "term-and-review.docx"));

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Contains("# Article\u00A01 Term, Renewal and Structural Review", call.OutputLines);
        Assert.Single(call.OutputLines, line => line.StartsWith("1.1 Initial Term. ", StringComparison.Ordinal) && line.Contains("{{term.initialMonths}}", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', call.Output);
    }

    [Fact]
    public async Task Text_StandardInput_PrintsTheSameAsForTheFile()
    {
        var path = Path.Combine(LocalPaths.Templates, "JointVenture.docx");

        var call = await LocalProcess.RunAsync(_folder.Root, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), "text", "-");

        Assert.Equal((await Call.RunAsync("text", path)).Output, call.Output);
    }

    [Fact]
    public async Task Text_ADamagedFile_IsAWrongCallThatSaysWhatIsWrong()
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(LocalPaths.Templates, "JointVenture.docx"), TestContext.Current.CancellationToken);
        var path = _folder.Write("half.docx", content[..(content.Length / 2)]);

        var call = (await LocalProcess.RunAsync(_folder.Root, [], "text", path)).AssertRefused(2);

        Assert.StartsWith($"{path}: The file is not a Word document (.docx): ", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.docx", "cannot be read")]
    [InlineData("", "is a folder; name a Word file in it.")]
    public async Task Text_NoFile_IsAWrongCall(string name, string message)
    {
        var call = (await Call.RunAsync("text", _folder.PathOf(name))).AssertRefused(2);

        Assert.Contains(message, call.Error, StringComparison.Ordinal);
    }
}
