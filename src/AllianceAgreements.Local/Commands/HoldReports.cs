using System.CommandLine;
using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>hold show</c> and <c>hold list</c>: what the records say is held, beside what the account holds.</summary>
internal static class HoldReports
{
    public static Command CreateShow()
    {
        var agreement = NamedAgreement.CreateArgument();
        var storage = StorageChoice.CreateOption();
        var command = new Command("show", "Show the legal holds on the archive: those on record, and how many of its files are held.") { agreement, storage };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var status = await HoldCommand.UseAsync(
                parsed.GetValue(storage),
                async (services, holds) => await holds.FindAsync(
                    (await NamedAgreement.ReadAsync(services, parsed.GetRequiredValue(agreement), cancellationToken)).Id, cancellationToken),
                cancellationToken)
                ?? throw new CommandException(ExitCodes.Usage, $"'{parsed.GetRequiredValue(agreement)}' is not archived yet, so there is nothing to hold.");
            await WriteAsync(parsed.InvocationConfiguration.Output, status);
            return ExitCodes.Success;
        });
        return command;
    }

    public static Command CreateList()
    {
        var storage = StorageChoice.CreateOption();
        var command = new Command(
            "list",
            "List the agreements that are under legal hold as their records say, and how many of their files are held. Reads every record; exit code 1 when a file is not held, or a record cannot be read.")
        {
            storage,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var held = await HoldCommand.UseAsync(parsed.GetValue(storage), (_, holds) => holds.ListAsync(cancellationToken), cancellationToken);
            return await WriteAsync(parsed.InvocationConfiguration, held);
        });
        return command;
    }

    private static async Task<int> WriteAsync(InvocationConfiguration console, HeldAgreements held)
    {
        foreach (var agreement in held.Agreements)
        {
            await console.Output.WriteAsync($"{agreement.Reference}: ");
            await WriteAsync(console.Output, agreement.Status);
        }

        foreach (var id in held.Unreadable)
        {
            await console.Error.WriteLineAsync($"The record of agreement {id}, or the list of its archive's files, cannot be read; whether it is held is not known.");
        }

        await console.Output.WriteLineAsync(
            $"{held.Agreements.Count} agreements are on record as held, {held.Agreements.Count(agreement => !agreement.Status.IsHeld)} of them without a hold on every file.");
        return held.Agreements.All(agreement => agreement.Status.IsHeld) && held.Unreadable.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static async Task WriteAsync(TextWriter output, ArchiveHoldStatus status)
    {
        await output.WriteLineAsync($"{status.Held} of {status.Files} files of archive '{status.Folder}' are under legal hold.");
        if (status.Missing is { } missing)
        {
            await output.WriteLineAsync($"  '{missing}' of it is not in this account.");
        }

        foreach (var hold in status.Recorded)
        {
            await output.WriteLineAsync($"  On record since {hold.Since.UtcDateTime:u}, by {hold.By}: {hold.Reason}");
        }
    }
}
