using System.CommandLine;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Local.Commands;

/// <summary>Reads request files for the verbs that take one.</summary>
internal static class RequestFile
{
    public static Argument<string> CreateArgument() => new("request")
    {
        Description = "A request (JSON), or - to read it from standard input.",
    };

    /// <summary>The terms in a file; a message that names every fault otherwise.</summary>
    public static async Task<AgreementTerms> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var result = AgreementIntake.Read(await InputFile.ReadAsync(path, "a request file", cancellationToken));
        return result switch
        {
            IntakeResult.Accepted accepted => accepted.Terms,
            IntakeResult.Rejected rejected => throw new CommandException(ExitCodes.Failure, Describe(path, rejected.Faults)),
            _ => throw new InvalidOperationException($"No answer for {result.GetType().Name}."),
        };
    }

    private static string Describe(string path, IReadOnlyList<Fault> faults) => string.Join(
        Environment.NewLine,
        [$"{path}: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}", .. faults.Select(fault => $"  {fault.Path}: {fault.Message}")]);
}
