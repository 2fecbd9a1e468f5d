using AllianceAgreements.Web.Pages.Admin;
using AllianceAgreements.Web.Pages.Legal;
using AllianceAgreements.Web.Pages.Local;
using AllianceAgreements.Web.Pages.Partner;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Pages;

internal static class PageEndpoints
{
    /// <summary>Maps something to look at, which never changes anything: GET and HEAD (RFC 9110, 9.2.1).</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        endpoints.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    public static void MapPages(this IEndpointRouteBuilder endpoints, WebOptions options)
    {
        endpoints.MapLegalPages();
        endpoints.MapPartnerPages();
        endpoints.MapAdministrationPages();
        endpoints.MapLocalPages(options);
    }
}
