using System.CommandLine;
using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>hold put</c>, <c>hold lift</c> and <c>hold show</c>: legal holds on the archive of an agreement.</summary>
internal static class HoldCommand
{
    private delegate Task<ArchiveHoldResult> Change(
        ArchiveHolds holds, AgreementId agreement, string reason, Actor actor, CancellationToken cancellationToken);

    public static Command Create() => new("hold", "Keep anybody from changing or deleting an agreement's archive on a storage account, while it is disputed.")
    {
        CreateChange(
            "put",
            "Put the archive under legal hold, and record who did and why. Exit code 1 when the account has no holds.",
            (holds, id, reason, actor, cancellationToken) => holds.PutAsync(id, reason, actor, cancellationToken),
            done => $"Nobody can change or delete the {done.Files} files of archive '{done.Folder}' until the hold is lifted."),
        CreateChange(
            "lift",
            "Lift every legal hold from the archive, and record who did and why. Retention goes on.",
            (holds, id, reason, actor, cancellationToken) => holds.LiftAsync(id, reason, actor, cancellationToken),
            done => $"No hold is on the {done.Files} files of archive '{done.Folder}' any more; their retention goes on."),
        CreateShow(),
    };

    private static Command CreateChange(string name, string description, Change change, Func<ArchiveHoldResult.Done, string> describe)
    {
        var agreement = NamedAgreement.CreateArgument();
        var reason = new Option<string>("--reason") { Description = "Why, such as the matter; the record keeps it.", Required = true };
        var by = new Option<string>("--by")
        {
            Description = "Who decided it, as the record is to name them. [default: who is signed in on this machine]",
            DefaultValueFactory = _ => $"{Environment.UserName}@{Environment.MachineName}",
        };
        var storage = StorageChoice.CreateOption();
        var command = new Command(name, description) { agreement, reason, by, storage };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var actor = new Actor(ActorKind.Administrator, parsed.GetRequiredValue(by));
            var result = await UseAsync(
                parsed,
                storage,
                agreement,
                (holds, id) => change(holds, id, parsed.GetRequiredValue(reason), actor, cancellationToken),
                cancellationToken);
            var done = result switch
            {
                ArchiveHoldResult.Done made => made,
                ArchiveHoldResult.NotPossible { Files: 0 } refused => throw new CommandException(ExitCodes.Failure, refused.Reason),
                ArchiveHoldResult.NotPossible refused => throw new CommandException(
                    ExitCodes.Failure, $"{refused.Reason} {refused.Files} files were changed before: repeat it, or undo it."),
                ArchiveHoldResult.Refused refused => throw new CommandException(ExitCodes.Usage, refused.Message),
                _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
            };
            await parsed.InvocationConfiguration.Output.WriteLineAsync(describe(done));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command CreateShow()
    {
        var agreement = NamedAgreement.CreateArgument();
        var storage = StorageChoice.CreateOption();
        var command = new Command("show", "Show the legal holds on the archive: those on record, and how many of its files are held.") { agreement, storage };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var status = await UseAsync(parsed, storage, agreement, (holds, id) => holds.FindAsync(id, cancellationToken), cancellationToken)
                ?? throw new CommandException(ExitCodes.Usage, $"'{parsed.GetRequiredValue(agreement)}' is not archived yet, so there is nothing to hold.");
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync($"{status.Held} of {status.Files} files of archive '{status.Folder}' are under legal hold.");
            foreach (var hold in status.Recorded)
            {
                await output.WriteLineAsync($"On record since {hold.Since.UtcDateTime:u}, by {hold.By}: {hold.Reason}");
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static Task<T> UseAsync<T>(
        ParseResult parsed, Option<string?> storage, Argument<string> agreement, Func<ArchiveHolds, AgreementId, Task<T>> use,
        CancellationToken cancellationToken)
    {
        var choice = StorageChoice.Read(parsed.GetValue(storage));
        return choice.Account is null
            ? throw new CommandException(
                ExitCodes.Usage, "--storage: name the storage account; a data folder has no legal holds, keep a copy of its folder 'archive' where nobody can change it.")
            : StoresHost.UseAsync(
                choice,
                Path.GetFullPath("data"),
                async services =>
                {
                    var state = await NamedAgreement.ReadAsync(services, parsed.GetRequiredValue(agreement), cancellationToken);
                    return await use(services.GetRequiredService<ArchiveHolds>(), state.Id);
                },
                cancellationToken);
    }
}
