using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Documents;

/// <summary>Registers the document adapters.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IDocumentPreview"/> and <see cref="IUploadInspector"/>; both are stateless and safe for concurrent use.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentPreview, WordPreview>();
        services.AddSingleton<IUploadInspector, UploadInspector>();
        return services;
    }
}
