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
                .AddDocuments(new TemplateFolderOptions { Folder = parsed.GetValue(templates) ?? LocalPaths.Templates })
                .BuildServiceProvider();
            var input = new DraftingInput(terms, parsed.GetRequiredValue(reference), 1);
            await WriteAsync(path, await DraftAsync(services, input, cancellationToken), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task<byte[]> DraftAsync(IServiceProvider services, DraftingInput input, CancellationToken cancellationToken)
    {
        try
        {
            return services.GetRequiredService<IDrafter>().Draft(await LoadTemplatesAsync(services, input.Terms, cancellationToken), input);
        }
        catch (InvalidTemplateException exception)
        {
            throw new CommandException(ExitCodes.Failure, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"A template cannot be read: {exception.Message}");
        }
    }

    private static async Task<IReadOnlyList<TemplateFile>> LoadTemplatesAsync(
        IServiceProvider services, Domain.Terms.AgreementTerms terms, CancellationToken cancellationToken)
    {
        var source = services.GetRequiredService<ITemplateSource>();
        var files = await source.LoadAsync(terms.Request.Form, cancellationToken);
        return files.Count > 0
            ? files
            : throw new CommandException(ExitCodes.Failure, await source.ListFormsAsync(cancellationToken) switch
            {
                [] => "There is no template in the folder of templates.",
                var forms => $"$.form: is {terms.Request.Form}, for which there is no template; give one of: {string.Join(", ", forms)}",
            });
    }

    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        // Whole or not at all: whoever reads the file meanwhile, or after a failure, finds the one that was there.
        var partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            await File.WriteAllBytesAsync(partial, content, cancellationToken);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception)
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }

            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(ExitCodes.Usage, $"{path} cannot be written: {exception.Message}");
            }

            throw;
        }
    }
}
