using System.Diagnostics;
using AllianceAgreements.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AllianceAgreements.Functions.Web;

/// <summary>The pipeline that the other host runs on Kestrel, behind the one trigger.</summary>
internal sealed class WebPipeline(IServiceProvider services)
{
    private readonly RequestDelegate _pipeline = new ApplicationBuilder(services).UseAllianceAgreements().Build();

    public async Task RunAsync(HttpContext context)
    {
        // The worker has routed the request to the trigger; for the pipeline it is not routed yet.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();

        // The worker runs the trigger beside the request; what is done for the request belongs to its span.
        if (context.Features.Get<IHttpActivityFeature>() is { Activity: var span })
        {
            Activity.Current = span;
        }

        await _pipeline(context);
    }
}
