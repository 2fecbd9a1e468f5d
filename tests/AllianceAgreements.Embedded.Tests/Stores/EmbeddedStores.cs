using AllianceAgreements.Embedded.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Embedded.Tests.Stores;

/// <summary>The embedded stores in a data folder of their own, which goes when they do.</summary>
public sealed class EmbeddedStores : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private ServiceProvider _services;

    public EmbeddedStores(TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        _services = Open();
    }

    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), $"alliance-agreements-{Guid.NewGuid():N}");

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Opens the same folder anew, as the next start of the process would.</summary>
    public async ValueTask RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }

    private ServiceProvider Open() => new ServiceCollection()
        .AddSingleton(_clock)
        .AddEmbeddedStores(options => options.DataFolder = DataFolder)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
