using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Pages.Admin;

internal static class AdministrationEndpoints
{
    public static void MapAdministrationPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("")
            .WithSurface(Surface.Page)
            .RequireAuthorization(AccessPolicies.PageAdministrator)
            .ExcludeFromDescription();
        pages.MapPage(Routes.Administration, OrchestrationPages.ListAsync);
        pages.MapPage(Routes.Instance, InstancePage.ShowAsync);
        pages.MapPost(Routes.RewindInstance, InstancePage.RewindAsync);
    }
}
