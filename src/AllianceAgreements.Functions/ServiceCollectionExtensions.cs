using AllianceAgreements.Azure;
using AllianceAgreements.Azure.Telemetry;
using AllianceAgreements.Documents;
using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Functions.Web;
using AllianceAgreements.Web;
using AllianceAgreements.Workflows;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Orchestration;
using Azure.Core.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Functions;

/// <summary>Registers what this project offers.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the rules, documents, workflows and pages, and the Azure adapters, composed.</summary>
    public static IServiceCollection AddProduct(this IServiceCollection services, IConfiguration configuration)
    {
        var product = ProductSettings.Read(configuration);
        services
            .AddSingleton(TimeProvider.System)
            .AddDocuments(new TemplateFolderOptions { Folder = Path.Combine(AppContext.BaseDirectory, "templates") })
            .AddAzureStores(configuration)
            .AddAgreementMail(configuration)
            .AddAgreementTelemetry(configuration)
            .AddAgreementWorkflows()
            .AddSingleton(EndedOrchestrationsOptions.Read(configuration[EndedOrchestrationsOptions.KeepEndedDaysName]))
            .AddAllianceAgreementsWeb(web =>
            {
                if (product.DevelopmentSignIn)
                {
                    web.UsePrincipalsOfThisMachine();
                }
                else
                {
                    web.UseAppServiceAuthentication(configuration[AppService.AuthenticationEnabled]);
                }

                web.PublicAddress = product.PublicAddress;
                web.TrustedProxies = product.TrustedProxies;
            })
            .AddSingleton(new PublicAddress { BaseUri = product.PublicAddress })
            .AddSingleton<WebPipeline>()
            .AddDataProtection()
            .SetApplicationName("AllianceAgreements")
            .PersistKeysToAzureBlob();
        return services;
    }

    /// <summary>Adds the catalogue as functions, and the client of Durable Functions. Needs an <see cref="OrchestrationCatalog"/> beside it.</summary>
    public static IServiceCollection AddDurableFunctions(this IServiceCollection services)
    {
        services.AddSingleton<HostClient>();
        services.AddSingleton<IOrchestrationClient, DurableOrchestrationClient>();
        services.Configure<WorkerOptions>(worker => worker.Serializer = new JsonObjectSerializer(OrchestrationJson.Options));
        services.AddOptions<DurableTaskRegistry>()
            .Configure<OrchestrationCatalog, ILoggerFactory, IHostApplicationLifetime>(CatalogFunctions.Register);
        return services;
    }
}
