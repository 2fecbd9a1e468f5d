using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AllianceAgreements.Workflows;

/// <summary>Registers what this project offers.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the orchestrations, their activities and the commands on agreements. Needs the ports of the domain, a
    /// <see cref="Domain.Links.LinkTokens"/>, a <see cref="TimeProvider"/> and an <see cref="Orchestration.IOrchestrationClient"/> beside it.
    /// </summary>
    public static IServiceCollection AddAgreementWorkflows(this IServiceCollection services)
    {
        services.TryAddSingleton<PublicAddress>();
        services.AddSingleton(AgreementCatalog.Create());
        services.AddSingleton<AgreementRepository>();
        services.AddSingleton<AgreementWaker>();
        services.AddSingleton<AgreementService>();
        services.AddSingleton<AgreementSweep>();
        services.TryAddSingleton<EndedOrchestrationsOptions>();
        services.AddSingleton<EndedOrchestrations>();
        services.AddSingleton<IndexRepair>();
        services.AddSingleton<IndexRebuild>();
        services.AddSingleton<PartnerLinks>();
        services.AddSingleton<PinnedTemplates>();
        services.AddSingleton<MailReports>();
        return services;
    }

    /// <summary>
    /// Sends mail through the <see cref="IMailTransport"/> that is registered, each once by the <see cref="IMailLedger"/> that is registered,
    /// in place of any other <see cref="IMailer"/>.
    /// </summary>
    public static IServiceCollection AddOnceMailer(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IMailer, OnceMailer>());
}
