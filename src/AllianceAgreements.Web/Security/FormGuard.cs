using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Security;

/// <summary>
/// The only way pages read what a browser sends: bounded, and checked against forgery first. A handler that reads no form cannot act on one,
/// so no handler can forget the check.
/// </summary>
internal sealed class FormGuard(IAntiforgery antiforgery, ILogger<FormGuard> logger)
{
    private const int MaximumFields = 20_000;
    private const int MaximumKeyLength = 200;

    /// <summary>Room for the boundaries and the other fields of a form with a file.</summary>
    private const int Overhead = 64 * 1024;

    /// <summary>Reads the form of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="maximumBytes">The most that its fields or its file may hold.</param>
    public async ValueTask<FormPost> ReadAsync(HttpContext context, int maximumBytes = WebOptions.MaximumBodyBytes)
    {
        if (!context.Request.HasFormContentType)
        {
            return new FormPost.Refused(StatusCodes.Status415UnsupportedMediaType);
        }

        var limit = maximumBytes + Overhead;
        if (context.Request.ContentLength > limit)
        {
            return new FormPost.Refused(StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions
        {
            BufferBodyLengthLimit = limit,
            KeyLengthLimit = MaximumKeyLength,
            MultipartBodyLengthLimit = limit,
            ValueCountLimit = MaximumFields,
            ValueLengthLimit = WebOptions.MaximumBodyBytes,
        }));

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            await antiforgery.ValidateRequestAsync(context);
            return new FormPost.Trusted(form);
        }
        catch (AntiforgeryValidationException)
        {
            logger.FormNotTrusted((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "");
            return new FormPost.Refused(StatusCodes.Status400BadRequest);
        }
        catch (InvalidDataException)
        {
            // What the form reader throws when a limit is passed or a body is malformed.
            return new FormPost.Refused(StatusCodes.Status413PayloadTooLarge);
        }
    }
}

/// <summary>What came of reading a form.</summary>
internal abstract record FormPost
{
    private FormPost()
    {
    }

    /// <summary>
    /// True with the fields when it comes from a page of ours; else false with what to answer, and nothing may follow from it.
    /// </summary>
    public bool IsTrusted([NotNullWhen(true)] out IFormCollection? fields, [NotNullWhen(false)] out IResult? refusal)
    {
        fields = (this as Trusted)?.Fields;
        refusal = (this as Refused)?.ToResult();
        return fields is not null;
    }

    /// <summary>It comes from a page of ours.</summary>
    public sealed record Trusted(IFormCollection Fields) : FormPost;

    /// <summary>It is not taken, and nothing may follow from it.</summary>
    public sealed record Refused(int StatusCode) : FormPost
    {
        /// <summary>The answer; the page for its status code follows.</summary>
        public IResult ToResult() => TypedResults.StatusCode(StatusCode);
    }
}
