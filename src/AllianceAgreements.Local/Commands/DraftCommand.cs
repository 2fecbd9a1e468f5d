using System.CommandLine;
using AllianceAgreements.Documents;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>draft</c>: makes the Word draft of a request, without starting an agreement.</summary>
internal static class DraftCommand
{
    public static Command Create()
    {
        var request = RequestFile.CreateArgument();
        var output = new Option<string>("--output", "-o") { Description = "The Word file to write.", Required = true };
        var reference = new Option<string>("--reference")
        {
            Description = "The reference printed in the header.",
            DefaultValueFactory = _ => "DRAFT",
        };
        var templates = LocalPaths.CreateTemplatesOption();
        var command = new Command("draft", "Draft the agreement of a request as a Word file.") { request, output, reference, templates };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terms = await RequestFile.ReadAsync(parsed.GetRequiredValue(request), cancellationToken);
            var path = Path.GetFullPath(parsed.GetRequiredValue(output));
            await using var services = new ServiceCollection()
                .AddDocuments(new TemplateFolderOptions { Folder = parsed.GetRequiredValue(templates) })
                .BuildServiceProvider();
            var files = await LoadTemplatesAsync(services, terms, cancellationToken);
            var draft = services.GetRequiredService<IDrafter>().Draft(
                files, new DraftingInput(terms, parsed.GetRequiredValue(reference), 1));
            await WriteAsync(path, draft, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task<IReadOnlyList<TemplateFile>> LoadTemplatesAsync(
        IServiceProvider services, Domain.Terms.AgreementTerms terms, CancellationToken cancellationToken)
    {
        var source = services.GetRequiredService<ITemplateSource>();
        var files = await source.LoadAsync(terms.Request.Form, cancellationToken);
        return files.Count > 0
            ? files
            : throw new CommandException(
                ExitCodes.Failure,
                $"$.form: is {terms.Request.Form}, for which there is no template; give one of: {string.Join(", ", await source.ListFormsAsync(cancellationToken))}");
    }

    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            await File.WriteAllBytesAsync(partial, content, cancellationToken);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be written: {exception.Message}");
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
