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
    /// <summary>How long the engine may take to answer.</summary>
    public static readonly TimeSpan EngineTimeout = TimeSpan.FromSeconds(5);

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

    /// <summary>
    /// Raises an event that is dropped, because no instance has this id: it takes the way of every command through the engine, which a
    /// reading of what is stored would not.
    /// </summary>
    private sealed class EngineCheck(IOrchestrationClient client, TimeProvider time) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            using var limit = new CancellationTokenSource(EngineTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                // Waited for beside the token too: an engine that hangs may not heed it.
                await client.RaiseEventAsync("health", "probe", cancellationToken: either.Token).WaitAsync(either.Token);
                return HealthCheckResult.Healthy();
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                return HealthCheckResult.Unhealthy($"The engine did not answer within {EngineTimeout.TotalSeconds} seconds.");
            }
        }
    }
}
