using AllianceAgreements.Documents;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Local.Commands;

/// <summary>The templates of a form, for the verbs that need no running host.</summary>
internal static class FormTemplates
{
    /// <summary>The document services over a folder of templates.</summary>
    public static ServiceProvider CreateServices(string folder) =>
        new ServiceCollection().AddDocuments(new TemplateFolderOptions { Folder = folder }).BuildServiceProvider();

    /// <summary>The template and clauses of a form; a message that says which forms have one otherwise.</summary>
    public static async Task<IReadOnlyList<TemplateFile>> LoadAsync(
        ITemplateSource source, AllianceForm form, CancellationToken cancellationToken)
    {
        try
        {
            var files = await source.LoadAsync(form, cancellationToken);
            return files.Count > 0
                ? files
                : throw new CommandException(ExitCodes.Failure, await source.ListFormsAsync(cancellationToken) switch
                {
                    [] => "There is no template in the folder of templates.",
                    var forms => $"$.form: is {form}, for which there is no template yet; give one of: {string.Join(", ", forms)}",
                });
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
}
