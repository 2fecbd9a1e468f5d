using System.CommandLine;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>reindex</c>: makes the index anew from the records.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var data = LocalPaths.CreateDataOption("data");
        var storage = StorageChoice.CreateOption();
        var command = new Command(
            "reindex",
            "Make the index, which lists and searches are answered from, anew from the records. Safe while agreements go on; exit code 1 when a record cannot be read.")
        {
            data,
            storage,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var rebuilt = await StoresHost.UseAsync(
                StorageChoice.Read(parsed.GetValue(storage)),
                Path.GetFullPath(parsed.GetRequiredValue(data)),
                services => services.GetRequiredService<IndexRebuild>().RunAsync(cancellationToken),
                cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"Indexed {rebuilt.Indexed} agreements, and removed {rebuilt.Removed} from the index that have no record.");
            foreach (var id in rebuilt.Unreadable)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    $"The record of agreement {id} cannot be read; what the index says of it is as it was.");
            }

            return rebuilt.Unreadable.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
        });
        return command;
    }
}
