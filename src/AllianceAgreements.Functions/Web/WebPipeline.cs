using AllianceAgreements.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Functions.Web;

/// <summary>The pipeline that the other host runs on Kestrel, behind the one trigger.</summary>
internal sealed class WebPipeline(IServiceProvider services)
{
    private readonly RequestDelegate _pipeline = new ApplicationBuilder(services).UseAllianceAgreements().Build();

    public Task RunAsync(HttpContext context)
    {
        // The worker has routed the request to the trigger; for the pipeline it is not routed yet.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return _pipeline(context);
    }
}
