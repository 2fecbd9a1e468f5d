using System.Text.RegularExpressions;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed partial class CommandLineTests
{
    [Fact]
    public async Task RunAsync_Help_NamesEveryVerbAndOption()
    {
        var call = await Call.RunAsync("--help");

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.All(
            ["demo", "draft", "check", "verify", "--data", "--urls", "--templates", "--version"],
            word => Assert.Contains(word, call.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("demo", "--data")]
    [InlineData("draft", "--output", "--reference", "--templates")]
    [InlineData("check")]
    [InlineData("verify", "--fingerprint")]
    public async Task RunAsync_HelpOfAVerb_NamesItsOptions(string verb, params string[] options)
    {
        var call = await Call.RunAsync(verb, "--help");

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.All(options, option => Assert.Contains(option, call.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_Version_PrintsItAlone()
    {
        var call = await Call.RunAsync("--version");

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Matches(Version(), Assert.Single(call.OutputLines));
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("--fast")]
    [InlineData("check")]
    [InlineData("check", "a.json", "b.json")]
    [InlineData("check", "a.json", "--loud")]
    [InlineData("draft", "a.json")]
    [InlineData("verify")]
    [InlineData("--data", "")]
    [InlineData("--templates", "no-such-folder")]
    public async Task RunAsync_AWrongCall_SaysSoAndHowToGetHelp(params string[] args)
    {
        var call = (await Call.RunAsync(args)).AssertRefused(2);

        Assert.Contains("--help", call.ErrorLines[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+")]
    private static partial Regex Version();
}
