using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Samples => [.. SampleRequests.Names];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Check_ASample_HasNoFault(string name)
    {
        var path = _folder.Write(name, SampleRequests.Read(name));

        var call = await Call.RunAsync("check", path);

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.StartsWith($"{path}: no fault.", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AFaultyRequest_NamesEveryFaultWithItsPlace()
    {
        var path = _folder.Write("request.json", SampleRequests.Edited(SampleRequests.NorthernHeart, """
            $.term.structuralReviewMonths = 24
            $.resourceLedger[0].currency = "USDX"
            $.colour = "blue"
            """));

        var call = (await Call.RunAsync("check", path)).AssertRefused(1);

        Assert.StartsWith($"{path}: 3 faults", call.Error, StringComparison.Ordinal);
        Assert.All(
            ["  $.term.structuralReviewMonths: ", "  $.resourceLedger[0].currency: ", "  $.colour: "],
            start => Assert.Single(call.ErrorLines, line => line.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_AFormWithoutATemplate_NamesTheFormsThatHaveOne()
    {
        var path = _folder.Write("request.json", SampleRequests.Read(SampleRequests.NorthernHeart));
        var templates = Directory.CreateDirectory(_folder.PathOf("templates")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(templates, "SupplyChainPartnership.docx"), [], TestContext.Current.CancellationToken);

        var call = (await Call.RunAsync("check", path, "--templates", templates)).AssertRefused(1);

        Assert.Equal(
            "$.form: is JointVenture, for which there is no template yet; give one of: SupplyChainPartnership", Assert.Single(call.ErrorLines));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1")]
    [InlineData("null")]
    [InlineData("\u0000\u0001")]
    public async Task Check_WhatIsNoRequest_IsAFaultOfTheWhole(string content)
    {
        var path = _folder.Write("request.json", System.Text.Encoding.UTF8.GetBytes(content));

        var call = (await Call.RunAsync("check", path)).AssertRefused(1);

        Assert.Contains(call.ErrorLines, line => line.StartsWith("  $: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_AFileThatIsNotThere_IsAWrongCall()
    {
        var path = _folder.PathOf("nowhere.json");

        var call = (await Call.RunAsync("check", path)).AssertRefused(2);

        Assert.Contains(path, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AFolder_IsAWrongCall()
    {
        var call = (await Call.RunAsync("check", _folder.Root)).AssertRefused(2);

        Assert.Contains("is a folder", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("$.title -", 1)]
    public async Task Check_StandardInput_IsReadAsAFileIs(string edits, int exitCode)
    {
        var call = await LocalProcess.RunAsync(_folder.Root, SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, edits), "check", "-");

        Assert.Equal(exitCode, call.ExitCode);
        Assert.StartsWith("-: ", exitCode == 0 ? call.Output : call.Error, StringComparison.Ordinal);
    }
}
