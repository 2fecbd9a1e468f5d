using System.CommandLine;
using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>hold put</c> and <c>hold lift</c>, beside <see cref="HoldReports"/>: legal holds on the archive of an agreement.</summary>
internal static class HoldCommand
{
    private delegate Task<ArchiveHoldResult> Change(
        ArchiveHolds holds, AgreementId agreement, string reason, Actor actor, CancellationToken cancellationToken);

    private static string SignedIn => $"{Environment.UserName}@{Environment.MachineName}";

    public static Command Create() => new("hold", "Keep anybody from changing or deleting an agreement's archive on a storage account, while it is disputed.")
    {
        CreateChange(
            "put",
            "Put the archive under legal hold, and record who did and why. Exit code 1 when the account has no holds, or not the whole archive.",
            (holds, id, reason, actor, cancellationToken) => holds.PutAsync(id, reason, actor, cancellationToken),
            done => $"Nobody can change or delete the {done.Files} files of archive '{done.Folder}' until the hold is lifted."),
        CreateChange(
            "lift",
            "Lift every legal hold from the archive, and record who did and why. Retention goes on.",
            (holds, id, reason, actor, cancellationToken) => holds.LiftAsync(id, reason, actor, cancellationToken),
            done => $"No hold is on the {done.Files} files of archive '{done.Folder}' any more; their retention goes on."),
        HoldReports.CreateShow(),
        HoldReports.CreateList(),
    };

    /// <summary>Does something with the holds of an account.</summary>
    /// <exception cref="CommandException">No account is named, or it cannot be used.</exception>
    public static Task<T> UseAsync<T>(
        string? storage, Func<IServiceProvider, ArchiveHolds, Task<T>> use, CancellationToken cancellationToken)
    {
        var choice = StorageChoice.Read(storage);
        return choice.Account is null
            ? throw new CommandException(
                ExitCodes.Usage, "--storage: name the storage account; a data folder has no legal holds, keep a copy of its folder 'archive' where nobody can change it.")
            : StoresHost.UseAsync(
                choice, Path.GetFullPath("data"), services => use(services, services.GetRequiredService<ArchiveHolds>()), cancellationToken);
    }

    private static Command CreateChange(string name, string description, Change change, Func<ArchiveHoldResult.Done, string> describe)
    {
        var agreement = NamedAgreement.CreateArgument();
        var reason = new Option<string>("--reason") { Description = "Why, such as the matter; the record keeps it.", Required = true };
        var by = CreateByOption();
        var storage = StorageChoice.CreateOption();
        var command = new Command(name, description) { agreement, reason, by, storage };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Whoever is named, the record holds who was signed in as well.
            var actor = new Actor(ActorKind.Administrator, parsed.GetRequiredValue(by).Trim()) { Account = SignedIn };
            var result = await UseAsync(
                parsed.GetValue(storage),
                async (services, holds) =>
                {
                    var state = await NamedAgreement.ReadAsync(services, parsed.GetRequiredValue(agreement), cancellationToken);
                    return await change(holds, state.Id, parsed.GetRequiredValue(reason), actor, cancellationToken);
                },
                cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(describe(Require(result)));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Option<string> CreateByOption()
    {
        var option = new Option<string>("--by")
        {
            Description = "Who decided it, as the record is to name them. [default: who is signed in on this machine]",
            DefaultValueFactory = _ => SignedIn,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } name || string.IsNullOrWhiteSpace(name) || name.Length > LegalHoldRules.MaximumName)
            {
                result.AddError($"--by: say who decided it, in 1 to {LegalHoldRules.MaximumName} characters; the record keeps it.");
            }
        });
        return option;
    }

    private static ArchiveHoldResult.Done Require(ArchiveHoldResult result) => result switch
    {
        ArchiveHoldResult.Done done => done,
        ArchiveHoldResult.Refused refused => throw new CommandException(ExitCodes.Usage, refused.Message),
        ArchiveHoldResult.Missing missing => throw new CommandException(
            ExitCodes.Failure,
            $"The account has not all of archive '{missing.Folder}': '{missing.File}' is missing. Nothing was changed or recorded; copy or restore the archive first."),
        ArchiveHoldResult.NotPossible { Held: 0, IsRecorded: false } refused => throw new CommandException(ExitCodes.Failure, refused.Reason),
        ArchiveHoldResult.NotPossible refused => throw new CommandException(
            ExitCodes.Failure,
            $"{refused.Reason} It is {(refused.IsRecorded ? "on record already" : "not on record")}, and {refused.Held} files are held: repeat it when that is mended."),
        ArchiveHoldResult.Overtaken overtaken => throw new CommandException(
            ExitCodes.Failure,
            $"Somebody else put or lifted a hold on archive '{overtaken.Folder}' at the same time, and the record says so after yours. Look with 'hold show', and repeat it if it is to be so."),
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
    };
}
