using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AllianceAgreements.Web.Security;

/// <summary>
/// Keeps pages of other sites from writing through the API with somebody's sign-in cookie, which a front end may accept there too. Browsers say
/// where a request comes from (Fetch Metadata, <c>Sec-Fetch-Site</c>; before it, <c>Origin</c>, RFC 6454) and no page can make them say
/// otherwise; programs say neither, and hold no cookie.
/// </summary>
internal static class CrossSite
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Answers 403 to what a page of another site sends.</summary>
    public static TBuilder RefuseCrossSite<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (invocation, next) => IsFromElsewhere(invocation.HttpContext.Request)
            ? Refused()
            : await next(invocation));

    /// <summary>Whether a browser sent it on behalf of another site. A site beside this one under the same domain is another site too.</summary>
    public static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers[FetchSite];
        if (site.Count > 0)
        {
            return site is not ["same-origin" or "none"];
        }

        var origin = request.Headers[HeaderNames.Origin];
        return origin.Count > 0 && !(origin.Count == 1 && IsOwn(origin[0], request));
    }

    private static bool IsOwn(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
        && Uri.Compare(from, here, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static ProblemHttpResult Refused() => Problems.Of(
        StatusCodes.Status403Forbidden, "A page of another site sent this. Call the API from a program, or from a page of this site.");
}
