using AllianceAgreements.Embedded.Engine.Client;
using AllianceAgreements.Embedded.Engine.Dispatch;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Embedded.Engine;

/// <summary>Registers the embedded orchestration engine.</summary>
public static class EngineServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="IOrchestrationClient"/> and the hosted service behind it. The <see cref="OrchestrationCatalog"/>
    /// must be registered too; a <see cref="TimeProvider"/> may be.
    /// </summary>
    /// <exception cref="OptionsValidationException">At the start, when an option is out of its range.</exception>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, Action<EmbeddedEngineOptions> configure)
    {
        services.AddOptions<EmbeddedEngineOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddedEngineOptions>, EmbeddedEngineOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICrashPoints, NoCrashPoints>();
        services.AddSingleton(provider => new EngineServices(
            provider.GetRequiredService<OrchestrationCatalog>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<ICrashPoints>()));
        services.AddSingleton<EmbeddedEngine>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<EmbeddedEngine>());
        services.AddSingleton<IOrchestrationClient, EmbeddedOrchestrationClient>();
        services.AddSingleton<IStoredHistories, StoredHistories>();
        return services;
    }
}
