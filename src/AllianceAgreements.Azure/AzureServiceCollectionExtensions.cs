using AllianceAgreements.Azure.Index;
using AllianceAgreements.Azure.Records;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Ports;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure;

/// <summary>Registers the adapters to Azure.</summary>
public static class AzureServiceCollectionExtensions
{
    /// <summary>Adds the stores on a storage account: the ports of the domain.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Which account.</param>
    public static IServiceCollection AddAzureStores(this IServiceCollection services, Action<AzureStorageOptions> configure)
    {
        services.AddOptions<AzureStorageOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AzureStorageOptions>, AzureStorageOptionsValidator>());
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.TryAddSingleton<AzureStorage>();
        services.AddHostedService<AzureContainers>();
        services.AddSingleton<IAgreementRecord, AppendBlobRecord>();
        services.AddSingleton(provider => new IndexTables(provider.GetRequiredService<AzureStorage>()));
        services.AddSingleton(new IndexLimits());
        services.AddSingleton<IAgreementIndex, TableAgreementIndex>();
        return services;
    }
}
