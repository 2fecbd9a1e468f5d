using System.CommandLine;
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
            await using var services = FormTemplates.CreateServices(parsed.GetValue(templates) ?? LocalPaths.Templates);
            var files = await FormTemplates.LoadAsync(services.GetRequiredService<ITemplateSource>(), terms.Request.Form, cancellationToken);
            var input = new DraftingInput(terms, parsed.GetRequiredValue(reference), 1);
            await OutputFile.WriteAsync(path, Draft(services.GetRequiredService<IDrafter>(), files, input), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
            return ExitCodes.Success;
        });
        return command;
    }

    private static byte[] Draft(IDrafter drafter, IReadOnlyList<TemplateFile> files, DraftingInput input)
    {
        try
        {
            return drafter.Draft(files, input);
        }
        catch (InvalidTemplateException exception)
        {
            throw new CommandException(ExitCodes.Failure, exception.Message);
        }
    }
}
