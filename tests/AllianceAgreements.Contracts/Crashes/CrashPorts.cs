using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AllianceAgreements.Contracts.Crashes;

/// <summary>Puts a moment to crash at before and after everything that is written through a port, and before the record is read.</summary>
public static class CrashPorts
{
    /// <summary>The key under which a port is registered as it was before it was wrapped.</summary>
    public const string Inner = "inner";

    /// <summary>Wraps the ports that are registered.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="reached">Told the name of each moment as it is reached, on the thread that reaches it; may kill or throw.</param>
    public static IServiceCollection AddCrashPoints(this IServiceCollection services, Action<string> reached) => services
        .Wrap<IAgreementRecord>(inner => new CrashingRecord(inner, reached))
        .Wrap<IAgreementIndex>(inner => new CrashingIndex(inner, reached))
        .Wrap<IDocumentStore>(inner => new CrashingDocumentStore(inner, reached))
        .Wrap<IMailer>(inner => new CrashingMailer(inner, reached))
        .Wrap<IArchive>(inner => new CrashingArchive(inner, reached))
        .Wrap<IOrchestrationClient>(inner => new CrashingOrchestrationClient(inner, reached));

    private static IServiceCollection Wrap<T>(this IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var inner = services.Single(service => service.ServiceType == typeof(T) && !service.IsKeyedService);
        services.Add(inner.ImplementationFactory is { } make
            ? ServiceDescriptor.KeyedSingleton<T>(Inner, (provider, _) => (T)make(provider))
            : ServiceDescriptor.KeyedSingleton(typeof(T), Inner, inner.ImplementationType!));
        return services.Replace(ServiceDescriptor.Singleton(provider => wrap(provider.GetRequiredKeyedService<T>(Inner))));
    }
}
