using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Security;

/// <summary>Puts the id of the agreement that a request concerns into its span and its logs, so that both are found by it.</summary>
internal sealed class AgreementScope(RequestDelegate next, ILogger<AgreementScope> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!AgreementId.TryParse(context.GetRouteValue("id")?.ToString(), out var id))
        {
            await next(context);
            return;
        }

        context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag(AgreementDiagnostics.AgreementId, id.Value);
        using var scope = logger.BeginScope(new KeyValuePair<string, object>[] { new(AgreementDiagnostics.AgreementId, id.Value) });
        await next(context);
    }
}
