using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Testing.Servers;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace AllianceAgreements.Azure.Tests;

/// <summary>The Azure stores, on containers of their own, as a host has them once it has started.</summary>
internal sealed class AzureStores : IAsyncDisposable
{
    private readonly AzuriteServer _azurite;
    private readonly string _prefix;
    private readonly ServiceProvider _services;

    private AzureStores(
        AzuriteServer azurite, string prefix, Action<AzureStorageOptions>? configure, Action<IServiceCollection>? services, HttpPipelinePolicy[] policies)
    {
        (_azurite, _prefix) = (azurite, prefix);
        var collection = new ServiceCollection()
            .AddLogging()
            .AddAzureStores(options =>
            {
                (options.ConnectionString, options.NamePrefix, options.Policies) = (azurite.ConnectionString, prefix, policies);
                configure?.Invoke(options);
            });
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
    }

    public static async Task<AzureStores> StartAsync(
        AzuriteServer azurite,
        Action<AzureStorageOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        params HttpPipelinePolicy[] policies)
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        var stores = new AzureStores(azurite, AzuriteServer.NewPrefix(), configure, services, policies);
        foreach (var service in stores._services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(TestContext.Current.CancellationToken);
        }

        return stores;
    }

    /// <summary>Another process on the same containers.</summary>
    public AzureStores Another(
        Action<AzureStorageOptions>? configure = null, Action<IServiceCollection>? services = null, params HttpPipelinePolicy[] policies) =>
        new(_azurite, _prefix, configure, services, policies);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A container, to do with it what the stores would not.</summary>
    public BlobContainerClient Container(string name) => Get<AzureStorage>().Container(name);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
