using AllianceAgreements.Documents.Outline;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Redline;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Documents;

/// <summary>Registers the document adapters.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IDrafter"/>, <see cref="ITemplateSource"/> reading from a folder, <see cref="IDocumentPreview"/>, <see cref="IDocumentOutline"/>,
    /// <see cref="IReturnedDraftReader"/>, <see cref="IRedliner"/> and <see cref="IUploadInspector"/>; all are safe for concurrent use.
    /// </summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, TemplateFolderOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton<ITemplateSource, FolderTemplateSource>();
        services.AddSingleton<IDrafter, AgreementDrafter>();
        services.AddSingleton<IDocumentPreview, WordPreview>();
        services.AddSingleton<IDocumentOutline, PreviewOutline>();
        services.AddSingleton<IUploadInspector, UploadInspector>();
        services.AddSingleton<IReturnedDraftReader, ReturnedDraftReader>();
        services.AddSingleton<IRedliner, WordRedliner>();
        return services;
    }
}
