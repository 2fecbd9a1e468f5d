using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Azure.Documents;
using AllianceAgreements.Azure.Index;
using AllianceAgreements.Azure.Keys;
using AllianceAgreements.Azure.Mail;
using AllianceAgreements.Azure.Mail.SendGrid;
using AllianceAgreements.Azure.Mail.Smtp;
using AllianceAgreements.Azure.Records;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Workflows;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure;

/// <summary>Registers the adapters to Azure.</summary>
public static class AzureServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores on a storage account, as the sections <see cref="AzureStorageOptions.Section"/>,
    /// <see cref="ArchiveRetentionOptions.Section"/> and <see cref="LinkKeyOptions.Section"/> of a configuration say.
    /// </summary>
    public static IServiceCollection AddAzureStores(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ArchiveRetentionOptions>(configuration.GetSection(ArchiveRetentionOptions.Section))
        .Configure<LinkKeyOptions>(configuration.GetSection(LinkKeyOptions.Section))
        .AddAzureStores(configuration.GetSection(AzureStorageOptions.Section).Bind);

    /// <summary>
    /// Adds the stores on a storage account: the ports of the domain, <see cref="ArchiveHolds"/> and
    /// <see cref="Domain.Links.LinkTokens"/>. Containers that are missing are created when the host starts. <see cref="ArchiveHolds"/> needs
    /// the workflows beside it.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Which account.</param>
    public static IServiceCollection AddAzureStores(this IServiceCollection services, Action<AzureStorageOptions> configure)
    {
        services.AddOptions<AzureStorageOptions>().Configure(configure).ValidateOnStart();
        services.AddOptions<ArchiveRetentionOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AzureStorageOptions>, AzureStorageOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ArchiveRetentionOptions>, ArchiveRetentionOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LinkKeyOptions>, LinkKeyOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.TryAddSingleton<AzureStorage>();
        services.AddHostedService<AzureContainers>();
        services.AddSingleton<IAgreementRecord, AppendBlobRecord>();
        services.AddSingleton(provider => new IndexTables(provider.GetRequiredService<AzureStorage>()));
        services.AddSingleton(new IndexLimits());
        services.AddSingleton<IAgreementIndex, TableAgreementIndex>();
        services.AddSingleton<ISweepCursor, TableSweepCursor>();
        services.AddSingleton<IMailLedger, TableMailLedger>();
        services.AddSingleton<TaggedBlobs>();
        services.AddSingleton<IDocumentStore, BlobDocumentStore>();
        services.AddSingleton<DocumentCopier>();
        services.AddSingleton<ArchiveWriter>();
        services.AddSingleton<ArchiveProtection>();
        services.AddSingleton<IArchive, BlobArchive>();
        services.AddSingleton(provider => new ArchiveHolds(
            provider.GetRequiredService<AzureStorage>(), provider.GetRequiredService<IAgreementRecord>(), provider.GetRequiredService<AgreementRepository>()));
        services.AddSingleton(provider =>
            LinkKeys.Open(provider.GetRequiredService<IOptions<LinkKeyOptions>>(), provider.GetRequiredService<AzureStorage>()));
        return services;
    }

    /// <summary>
    /// Sends mail through the service that the section <see cref="MailOptions.Section"/> names, each once, in place of any other
    /// <see cref="IMailer"/>. Needs an <see cref="IMailLedger"/> beside it, which every set of stores has. Where the section holds the key of
    /// SendGrid's event webhook, what SendGrid posts is read; where it holds the legal team's address, alerts go there.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The whole configuration; faults in it are told at the start.</param>
    public static IServiceCollection AddAgreementMail(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(MailOptions.Section);
        var mail = section.Get<MailOptions>() ?? new MailOptions();
        services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MailOptions>, MailOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        if (MailProviders.Read(mail.Provider) == MailProvider.Smtp)
        {
            services.AddSingleton<IMailTransport>(provider => new SmtpTransport(
                SmtpEndpoint.Of(provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp),
                provider.GetRequiredService<IOptions<MailOptions>>(), provider.GetRequiredService<TimeProvider>()));
        }
        else
        {
            services.AddHttpClient(SendGridTransport.HttpClientName, client => client.Timeout = SendGridTransport.Timeout).RemoveAllLoggers();
            services.AddSingleton<IMailTransport, SendGridTransport>();
            if (!string.IsNullOrEmpty(mail.SendGrid.WebhookPublicKey))
            {
                services.AddSingleton<IMailEventSource, SendGridEventSource>();
            }
        }

        if (!string.IsNullOrEmpty(mail.LegalAddress))
        {
            services.AddSingleton(new LegalContact("Legal team", mail.LegalAddress));
        }

        return services.AddOnceMailer();
    }

    /// <summary>Keeps the data protection keys in the storage account of <c>AddAzureStores</c>, where every process finds them.</summary>
    public static IDataProtectionBuilder PersistKeysToAzureBlob(this IDataProtectionBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<AzureStorage>((keys, storage) => keys.XmlRepository = new BlobKeyRepository(storage));
        return builder;
    }
}
