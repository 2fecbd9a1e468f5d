using AllianceAgreements.Local.Commands;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

/// <summary>What a call of the command line answered.</summary>
internal sealed record Call(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> OutputLines => Lines(Output);

    public IReadOnlyList<string> ErrorLines => Lines(Error);

    /// <summary>Calls the command line in this process.</summary>
    public static async Task<Call> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, output, error);
        return new Call(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The call was refused: the exit code, nothing on standard output, and a message without a stack.</summary>
    public Call AssertRefused(int exitCode)
    {
        Assert.Equal((exitCode, ""), (ExitCode, Output));
        Assert.NotEmpty(ErrorLines);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("This should not have happened", Error, StringComparison.Ordinal);
        return this;
    }

    private static string[] Lines(string text) => text.TrimEnd().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
