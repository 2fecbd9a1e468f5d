using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Security;

/// <summary>Sends browsers on to a page after a form was taken, so that reloading it sends nothing again (RFC 9110, 303 See Other).</summary>
internal static class Redirects
{
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
