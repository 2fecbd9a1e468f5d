using System.Collections.Immutable;
using System.Net;
using AllianceAgreements.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>The one function beside the catalogue: it fetches the client, as the product's trigger does.</summary>
internal sealed class ClientFunction(HostClient host)
{
    /// <summary>Its path.</summary>
    public const string Path = "client";

    public HttpResponseData Run(HttpRequestData request, [DurableClient] DurableTaskClient client)
    {
        host.Use(client);
        return request.CreateResponse(HttpStatusCode.OK);
    }

    /// <summary>Tells the host of it.</summary>
    public sealed class Metadata : IFunctionMetadataProvider
    {
        public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
            Task.FromResult<ImmutableArray<IFunctionMetadata>>([new DefaultFunctionMetadata
            {
                Name = nameof(ClientFunction),
                Language = "dotnet-isolated",
                ScriptFile = typeof(ClientFunction).Assembly.Location,
                EntryPoint = $"{typeof(ClientFunction).FullName}.{nameof(Run)}",
                RawBindings =
                [
                    $$"""{"name":"request","direction":"In","type":"httpTrigger","authLevel":"Anonymous","methods":["get"],"route":"{{Path}}"}""",
                    """{"name":"client","direction":"In","type":"durableClient"}""",
                    """{"name":"$return","direction":"Out","type":"http"}""",
                ],
            }]);
    }
}
