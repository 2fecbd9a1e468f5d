using System.CommandLine;
using System.Text.Json;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>changes</c>: says what the other side changed in a draft that came back.</summary>
internal static class ChangesCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The Word file that came back, or - to read it from standard input." };
        var draft = new Option<string?>("--draft") { Description = "The draft as it was sent out. Without it, it is drafted anew from the terms that the file carries." };
        var templates = LocalPaths.CreateTemplatesOption();
        var json = new Option<bool>("--json") { Description = "Print the changes as JSON." };
        var command = new Command("changes", "Say what was changed in a draft that came back: which fields, and other text; exit code 1 when something was.") { file, draft, templates, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var returned = await InputFile.ReadAsync(path, "the Word file that came back", cancellationToken);
            await using var services = FormTemplates.CreateServices(parsed.GetValue(templates) ?? LocalPaths.Templates);
            var reader = services.GetRequiredService<IReturnedDraftReader>();
            var report = parsed.GetValue(draft) is { } sent
                ? Compare(reader, path, returned, sent, await InputFile.ReadAsync(sent, "the draft as it was sent out", cancellationToken))
                : await CompareAnewAsync(services, path, returned, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(report, TemplateFindings.JsonOptions)
                : report.ToText());
            return report.IsChanged ? ExitCodes.Failure : ExitCodes.Success;
        });
        return command;
    }

    private static ReturnedReport Compare(IReturnedDraftReader reader, string path, byte[] returned, string draftPath, byte[] drafted)
    {
        var sent = Read(reader, draftPath, drafted)
            ?? throw new CommandException(ExitCodes.Usage, $"{draftPath} is no draft of ours: it does not carry its terms.");
        return ReturnedReport.Of(path, sent, ReadOf(path, () => reader.Compare(drafted, returned)));
    }

    /// <summary>Drafting is a pure function, so the draft that was sent out can be had again as long as the templates say the same.</summary>
    private static async Task<ReturnedReport> CompareAnewAsync(ServiceProvider services, string path, byte[] returned, CancellationToken cancellationToken)
    {
        var reader = services.GetRequiredService<IReturnedDraftReader>();
        var own = Read(reader, path, returned)
            ?? throw new CommandException(
                ExitCodes.Usage, $"{path} does not say which draft it is: it was not drafted here, or a program dropped what drafts carry. Give the draft as it was sent out: --draft.");
        return AgreementIntake.Read(own.Terms) is IntakeResult.Accepted accepted
            && await DraftAnewAsync(services, own, new DraftingInput(accepted.Terms, own.Reference, own.Revision), cancellationToken) is { } drafted
                ? ReturnedReport.Of(path, own, ReadOf(path, () => reader.Compare(drafted, returned)))
                : ReturnedReport.Of(path, own);
    }

    /// <summary>The draft as it was; null when today's templates make another of the same terms.</summary>
    private static async Task<byte[]?> DraftAnewAsync(ServiceProvider services, ReturnedDraft own, DraftingInput input, CancellationToken cancellationToken)
    {
        try
        {
            var files = await FormTemplates.LoadAsync(services.GetRequiredService<ITemplateSource>(), input.Terms.Request.Form, cancellationToken);
            var drafted = services.GetRequiredService<IDrafter>().Draft(files, input);
            return services.GetRequiredService<IReturnedDraftReader>().Read(drafted)?.TextFingerprint == own.TextFingerprint ? drafted : null;
        }
        catch (InvalidTemplateException)
        {
            return null;
        }
    }

    private static ReturnedDraft? Read(IReturnedDraftReader reader, string path, byte[] content) => ReadOf(path, () => reader.Read(content));

    private static T ReadOf<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(ExitCodes.Usage, $"{path}: {exception.Message}");
        }
    }
}
