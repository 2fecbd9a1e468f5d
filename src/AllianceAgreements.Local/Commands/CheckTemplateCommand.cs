using System.CommandLine;
using AllianceAgreements.Documents.Checking;
using AllianceAgreements.Documents.Checking.Annotating;
using AllianceAgreements.Documents.Checking.Fields;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>check-template</c>: says whether a template or clause file is fit for use, and names every fault if not.</summary>
internal static class CheckTemplateCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description = "A template of a form, which is checked with its clauses, or one clause file.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var templates = LocalPaths.CreateTemplatesOption();
        var annotate = new Option<string?>("--annotate") { Description = "A Word file to write: a copy with a comment at each fault." };
        var json = new Option<bool>("--json") { Description = "Print the faults as JSON." };
        var fields = new Option<bool>("--fields") { Description = "Print the fields that tags can name, as a JSON Schema, and check nothing." };
        var command = new Command("check-template", "Check a Word template or clause file; exit code 1 when it has faults.") { file, templates, annotate, json, fields };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null && !result.GetValue(fields))
            {
                result.AddError("Name the template or clause file to check.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(fields))
            {
                await output.WriteLineAsync(TemplateFields.CreateSchema().ToJsonString(TemplateFindings.JsonOptions));
                return ExitCodes.Success;
            }

            var path = parsed.GetRequiredValue(file)!;
            var content = await InputFile.ReadAsync(path, "a template", cancellationToken);
            var folder = TemplateFileSet.FindFolder(path, parsed.GetValue(templates));
            var (files, name) = await TemplateFileSet.ReadAsync(folder, path, content, cancellationToken);
            var findings = TemplateCheck.Run(files, name);
            var faults = parsed.GetValue(json) ? TemplateFindings.ToJson(path, findings) : TemplateFindings.ToText(path, findings);
            var writer = findings.Count == 0 || parsed.GetValue(json) ? output : parsed.InvocationConfiguration.Error;
            await writer.WriteLineAsync(faults);
            if (parsed.GetValue(annotate) is { } copy)
            {
                await WriteCopyAsync(copy, content, name, findings, cancellationToken);
            }

            return findings.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
        });
        return command;
    }

    private static async Task WriteCopyAsync(
        string path, byte[] content, string name, IReadOnlyList<TemplateFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            await OutputFile.WriteAsync(Path.GetFullPath(path), TemplateAnnotator.Annotate(content, name, findings), cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new CommandException(ExitCodes.Failure, $"{path} was not written: only a sound Word document can be annotated.");
        }
    }
}
