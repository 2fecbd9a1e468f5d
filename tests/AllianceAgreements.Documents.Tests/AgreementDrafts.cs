using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Tests;

/// <summary>The product's own templates.</summary>
internal static class AgreementDrafts
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    public static async Task<IReadOnlyList<TemplateFile>> LoadAsync(AllianceForm form, CancellationToken cancellationToken) =>
        await new FolderTemplateSource(new TemplateFolderOptions { Folder = Folder }).LoadAsync(form, cancellationToken);
}
