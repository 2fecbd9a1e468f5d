using System.CommandLine;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>download</c>: copies an archive from the storage account into the data folder, and verifies the copy.</summary>
internal static class DownloadCommand
{
    public static Command Create()
    {
        var agreement = new Argument<string>("agreement") { Description = "The agreement's id or reference." };
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
        var id = await FindAsync(services.GetRequiredService<IAgreementIndex>(), name, cancellationToken);
        var state = id is { } known ? await services.GetRequiredService<AgreementRepository>().FindAsync(known, cancellationToken) : null;
        if (state is null)
        {
            throw new CommandException(ExitCodes.Usage, $"'{name}': there is no such agreement; give its id or its reference, such as AA-2027-7F3K-9Q2M.");
        }

        if (state.Archive is not { } archive)
        {
            throw new CommandException(ExitCodes.Usage, $"{state.Reference} is not archived yet: its status is {state.Status}.");
        }

        var folder = await services.GetRequiredService<ArchiveCopies>().CopyAsync(
            services.GetRequiredService<IArchive>(), archive.Folder, cancellationToken);
        return (folder, archive.ManifestSha256);
    }

    private static async Task<AgreementId?> FindAsync(IAgreementIndex index, string name, CancellationToken cancellationToken)
    {
        if (AgreementId.TryParse(name, out var id))
        {
            return id;
        }

        var query = new AgreementQuery { Text = name.Length > AgreementQuery.MaximumText ? name[..AgreementQuery.MaximumText] : name };
        do
        {
            var page = await index.QueryAsync(query, cancellationToken);
            if (page.Items.FirstOrDefault(item => item.Reference.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found.Id;
            }

            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
        return null;
    }
}
