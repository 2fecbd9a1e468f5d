using AllianceAgreements.Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Web;

/// <summary>Every request, whatever its path and method: the pipeline decides who may do what.</summary>
internal sealed class WebFunction(WebPipeline pipeline, HostClient host)
{
    [Function("Web")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        host.Use(client);
        ForwardedFor.Restore(request, context.BindingContext);
        return pipeline.RunAsync(request.HttpContext);
    }
}
