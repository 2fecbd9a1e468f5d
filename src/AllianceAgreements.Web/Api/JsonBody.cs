using System.Net.Mime;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AllianceAgreements.Web.Api;

/// <summary>The body of a request, as bytes: JSON by its media type, in UTF-8, and bounded.</summary>
internal sealed record JsonBody(ReadOnlyMemory<byte> Content, ProblemHttpResult? Problem)
{
    /// <summary>Reads the body; what is wrong with it becomes its <see cref="Problem"/>.</summary>
    public static async ValueTask<JsonBody> BindAsync(HttpContext context)
    {
        if (!IsJson(context.Request))
        {
            return Refused(StatusCodes.Status415UnsupportedMediaType);
        }

        if (context.Request.ContentLength > WebOptions.MaximumBodyBytes)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = WebOptions.MaximumBodyBytes;
        }

        using var content = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            // Servers that know no such limit are limited here.
            if (content.Length + read > WebOptions.MaximumBodyBytes)
            {
                return Refused(StatusCodes.Status413PayloadTooLarge);
            }

            content.Write(buffer, 0, read);
        }

        return new JsonBody(content.ToArray(), null);
    }

    private static JsonBody Refused(int statusCode) => new(ReadOnlyMemory<byte>.Empty, Problems.Of(statusCode));

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
