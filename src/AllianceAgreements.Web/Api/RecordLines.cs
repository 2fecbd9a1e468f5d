using System.Net.Mime;
using System.Reflection;
using AllianceAgreements.Domain.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace AllianceAgreements.Web.Api;

/// <summary>A record as a JSON array whose items are the stored lines, byte for byte, so that their hashes can be checked.</summary>
internal sealed class RecordLines(IReadOnlyList<RecordEntry> entries) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(IReadOnlyList<RecordEntryResponse>), [MediaTypeNames.Application.Json]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync("["u8.ToArray(), httpContext.RequestAborted);
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0)
            {
                await response.Body.WriteAsync(",\n"u8.ToArray(), httpContext.RequestAborted);
            }

            await response.Body.WriteAsync(entries[i].Line, httpContext.RequestAborted);
        }

        await response.Body.WriteAsync("]\n"u8.ToArray(), httpContext.RequestAborted);
    }
}
