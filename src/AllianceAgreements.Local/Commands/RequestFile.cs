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
        var result = AgreementIntake.Read(await ReadBytesAsync(path, cancellationToken));
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

    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new CommandException(ExitCodes.Usage, $"{path} is a folder; name a request file in it.");
            }

            if (path != "-")
            {
                return await File.ReadAllBytesAsync(path, cancellationToken);
            }

            using var buffer = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(buffer, cancellationToken);
            return buffer.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be read: {exception.Message}");
        }
    }
}
