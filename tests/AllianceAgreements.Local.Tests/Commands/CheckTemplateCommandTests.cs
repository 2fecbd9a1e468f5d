using System.IO.Compression;
using System.Text.Json.Nodes;
using AllianceAgreements.Local.Hosting;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class CheckTemplateCommandTests : IDisposable
{
    private static readonly string Audit = Path.Combine(LocalPaths.Templates, "clauses", "audit.docx");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CheckTemplate_ATemplateOfTheProduct_HasNoFault()
    {
        var path = Path.Combine(LocalPaths.Templates, "JointVenture.docx");

        var call = await LocalProcess.RunAsync(_folder.Root, [], "check-template", path);

        Assert.Equal((0, $"{path}: no fault.", ""), (call.ExitCode, call.Output.TrimEnd(), call.Error));
    }

    [Fact]
    public async Task CheckTemplate_ACopyElsewhereWithFaults_IsCheckedInThePlaceOfItsNamesake()
    {
        var path = WriteFaulty();

        var call = (await LocalProcess.RunAsync(_folder.Root, [], "check-template", path)).AssertRefused(1);

        Assert.Equal($"{path}: 2 faults", call.ErrorLines[0]);
        Assert.StartsWith("  clauses/audit.docx (1.2): {{titl}}: There is no field \"titl\" here; did you mean \"title\"?", call.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("headed “Exits”", call.ErrorLines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckTemplate_AsJson_PrintsEveryFaultWithItsPlace()
    {
        var call = await Call.RunAsync("check-template", WriteFaulty(), "--json");

        var faults = JsonNode.Parse(call.Output)!["faults"]!.AsArray();
        Assert.Equal((1, ""), (call.ExitCode, call.Error));
        Assert.Equal(["tag", "reference"], faults.Select(fault => (string?)fault!["kind"]));
        Assert.All(faults, fault => Assert.Equal("1.2", (string?)fault!["clause"]));
    }

    [Fact]
    public async Task CheckTemplate_Annotate_WritesACopyWithComments()
    {
        var copy = _folder.PathOf("copy.docx");

        var call = await Call.RunAsync("check-template", WriteFaulty(), "--annotate", copy);

        Assert.Equal(1, call.ExitCode);
        using var package = ZipFile.OpenRead(copy);
        Assert.Contains(package.Entries, entry => entry.Name.EndsWith("comments.xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CheckTemplate_Fields_PrintsAJsonSchema()
    {
        var call = await Call.RunAsync("check-template", "--fields");

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)JsonNode.Parse(call.Output)!["$schema"]);
    }

    [Fact]
    public async Task CheckTemplate_HalfAFile_IsAFaultAndIsNotAnnotated()
    {
        var path = _folder.Write("audit.docx", (await File.ReadAllBytesAsync(Audit, TestContext.Current.CancellationToken))[..900]);

        var call = (await Call.RunAsync("check-template", path, "--annotate", _folder.PathOf("copy.docx"))).AssertRefused(1);

        Assert.Contains("The file is not a Word document (.docx): ", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("copy.docx")));
    }

    [Fact]
    public async Task CheckTemplate_WithoutAFile_IsAWrongCall() =>
        Assert.Contains("Name the template", (await Call.RunAsync("check-template")).AssertRefused(2).Error, StringComparison.Ordinal);

    [Fact]
    public async Task CheckTemplate_AFileThatIsNotThere_IsAWrongCall() =>
        Assert.Contains("cannot be read", (await Call.RunAsync("check-template", _folder.PathOf("nowhere.docx"))).AssertRefused(2).Error, StringComparison.Ordinal);

    /// <summary>The clause on audits with a field and a heading that are not there.</summary>
    private string WriteFaulty()
    {
        var path = _folder.Write("audit.docx", File.ReadAllBytes(Audit));
        WordPart.Edit(
            path, WordPart.Main, text => text.Replace(" On at least twenty", " {{titl}} Under the Article headed “Exits”, on at least twenty", StringComparison.Ordinal));
        return path;
    }
}
