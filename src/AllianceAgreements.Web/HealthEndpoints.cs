using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AllianceAgreements.Web;

/// <summary>Live: the process answers. Ready: the stores and the engine answer too.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoresCheck>("stores").AddCheck<EngineCheck>("engine");

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(Routes.Live, new HealthCheckOptions { Predicate = _ => false }).WithSurface(Surface.Health);
        endpoints.MapHealthChecks(Routes.Ready).WithSurface(Surface.Health);
    }

    private sealed class StoresCheck(IAgreementIndex index, IDocumentStore documents) : IHealthCheck
    {
        private static readonly string Nothing = new('0', 64);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await index.QueryAsync(new AgreementQuery { Top = 1 }, cancellationToken);
            await using var none = await documents.OpenAsync(DocumentFolder.Templates, Nothing, cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    private sealed class EngineCheck(IOrchestrationClient client) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await client.GetInstanceAsync("health", cancellationToken: cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
