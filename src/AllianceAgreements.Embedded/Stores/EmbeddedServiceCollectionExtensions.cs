using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Embedded.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>Registers the embedded stores.</summary>
public static class EmbeddedServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IAgreementRecord"/>, <see cref="IAgreementIndex"/>, <see cref="IDocumentStore"/>, <see cref="IArchive"/>,
    /// <see cref="ISweepCursor"/>, <see cref="IMailLedger"/>, <see cref="Domain.Links.LinkTokens"/> and what <see cref="AddEmbeddedFolder"/>
    /// does, all in one data folder, which is created when the first of them is asked for.
    /// </summary>
    public static IServiceCollection AddEmbeddedStores(this IServiceCollection services, Action<EmbeddedStoreOptions> configure)
    {
        services.AddEmbeddedFolder(configure);
        services.AddSingleton<AgreementDatabase>();
        services.AddSingleton<IAgreementRecord, SqliteAgreementRecord>();
        services.AddSingleton<IAgreementIndex, SqliteAgreementIndex>();
        services.AddSingleton<IDocumentStore, FolderDocumentStore>();
        services.AddSingleton<IArchive, FolderArchive>();
        services.AddSingleton<ISweepCursor, SqliteSweepCursor>();
        services.AddSingleton<IMailLedger, SqliteMailLedger>();
        services.AddSingleton(provider => FileLinkKey.Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<StagingFolder>()));
        return services;
    }

    /// <summary>
    /// Registers what is one machine's own wherever agreements are kept: <see cref="IMailer"/> with its <see cref="MailDrop"/>,
    /// <see cref="FileAccessTokens"/> and <see cref="ArchiveCopies"/>, in the data folder.
    /// </summary>
    public static IServiceCollection AddEmbeddedFolder(this IServiceCollection services, Action<EmbeddedStoreOptions> configure)
    {
        services.AddOptions<EmbeddedStoreOptions>()
            .Configure(configure)
            .Validate(options => !string.IsNullOrWhiteSpace(options.DataFolder), "Name a data folder.")
            .Validate(options => options.MailFromAddress.Contains('@', StringComparison.Ordinal), "Give an e-mail address that mail comes from.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<StagingFolder>();
        services.AddSingleton<IMailer, FolderMailDrop>();
        services.AddSingleton(provider => new MailDrop(provider.GetRequiredService<DataFolder>()));
        services.AddSingleton(provider =>
            new FileAccessTokens(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<StagingFolder>()));
        services.AddSingleton(provider =>
            new ArchiveCopies(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<StagingFolder>()));
        return services;
    }
}
