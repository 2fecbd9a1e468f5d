using System.CommandLine;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>download</c>: copies an archive from the storage account into the data folder, and verifies the copy.</summary>
internal static class DownloadCommand
{
    public static Command Create()
    {
        var agreement = NamedAgreement.CreateArgument();
        var data = LocalPaths.CreateDataOption("data");
        var storage = StorageChoice.CreateOption();
        var command = new Command(
            "download",
            "Copy an agreement's archive from the storage account into the data folder, and verify the copy against the record. The last line printed is its folder.")
        {
            agreement,
            data,
            storage,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var choice = StorageChoice.Read(parsed.GetValue(storage));
            if (choice.Account is null)
            {
                throw new CommandException(
                    ExitCodes.Usage, "--storage: name the storage account; the archives of a data folder are in its folder 'archive' already.");
            }

            var (folder, fingerprint) = await StoresHost.UseAsync(
                choice,
                Path.GetFullPath(parsed.GetRequiredValue(data)),
                services => CopyAsync(services, parsed.GetRequiredValue(agreement), cancellationToken),
                cancellationToken);
            var (exitCode, verdict) = await VerifyCommand.VerifyAsync(folder, fingerprint, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(verdict);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(folder);
            return exitCode;
        });
        return command;
    }

    private static async Task<(string Folder, string Fingerprint)> CopyAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var state = await NamedAgreement.ReadAsync(services, name, cancellationToken);
        if (state.Archive is not { } archive)
        {
            throw new CommandException(ExitCodes.Usage, $"{state.Reference} is not archived yet: its status is {state.Status}.");
        }

        var folder = await services.GetRequiredService<ArchiveCopies>().CopyAsync(
            services.GetRequiredService<IArchive>(), archive.Folder, cancellationToken);
        return (folder, archive.ManifestSha256);
    }
}
