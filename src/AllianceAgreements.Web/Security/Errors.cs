using AllianceAgreements.Web.Pages.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Security;

/// <summary>Gives every error a body: a problem in the API, a page elsewhere. Internals stay inside.</summary>
internal static class Errors
{
    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = WriteAsync,
            StatusCodeSelector = StatusCodeOf,
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext));
    }

    private static int StatusCodeOf(Exception exception) => exception is BadHttpRequestException request
        ? request.StatusCode
        : StatusCodes.Status500InternalServerError;

    private static Task WriteAsync(HttpContext context)
    {
        var statusCode = context.Response.StatusCode;
        IResult result = Surfaces.Of(context) switch
        {
            Surface.Api => Problems.Of(statusCode),
            Surface.Asset or Surface.Health or Surface.Hook => TypedResults.Empty,
            _ => ErrorPages.Of(statusCode),
        };
        return result.ExecuteAsync(context);
    }
}
