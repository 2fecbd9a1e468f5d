using System.CommandLine;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Embedded.Stores;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>verify</c>: checks an archive offline and names the first thing that is wrong.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("archive") { Description = "The archive's folder." };
        var fingerprint = new Option<string?>("--fingerprint")
        {
            Description = "The fingerprint from the mail about the archive; tells the archive from one that was made anew as a whole.",
        };
        var command = new Command("verify", "Verify an archive; exit code 1 when anything about it was changed.") { folder, fingerprint };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (!Directory.Exists(path))
            {
                throw new CommandException(ExitCodes.Usage, $"'{path}': there is no such folder; give the folder of an archive.");
            }

            var (exitCode, verdict) = await VerifyAsync(path, parsed.GetValue(fingerprint), cancellationToken);
            var writer = exitCode == ExitCodes.Success ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
            await writer.WriteLineAsync(verdict);
            return exitCode;
        });
        return command;
    }

    /// <summary>The exit code and what to say.</summary>
    public static async Task<(int ExitCode, string Verdict)> VerifyAsync(string folder, string? fingerprint, CancellationToken cancellationToken) =>
        await ArchiveVerifier.VerifyAsync(new ArchiveDirectory(folder), fingerprint?.ToLowerInvariant(), cancellationToken) switch
        {
            ArchiveVerification.Intact { Summary: var summary } => (ExitCodes.Success, Describe(summary)),
            ArchiveVerification.Faulty faulty => (ExitCodes.Failure, $"The archive does not verify. {faulty.Fault}"),
            _ => throw new InvalidOperationException("A verification finds an archive intact or faulty."),
        };

    private static string Describe(ArchiveSummary summary) => $"""
        The archive verifies: {summary.Reference}, {summary.Title}
          Parties       {string.Join(", ", summary.Parties.Select(party => party.LegalName))}
          Executed      revision {summary.Revision}, {summary.ExecutedAt:yyyy-MM-dd HH:mm:ss} UTC, {summary.Approvals} approvals, {summary.Signatures} signatures
          Contents      {summary.Files} files, {summary.Entries} entries in the record
          Fingerprint   {summary.ManifestSha256}
        """;
}
