using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Pages.Local;

internal static class LocalEndpoints
{
    /// <summary>Maps what is only for trying the product out on one machine; a host that did not ask for it has no such routes.</summary>
    public static void MapLocalPages(this IEndpointRouteBuilder endpoints, WebOptions options)
    {
        var pages = endpoints.MapGroup("").WithSurface(Surface.Page).ExcludeFromDescription();
        if (options.PageScheme == AccessSchemes.Session)
        {
            pages.MapPost(Routes.SignOut, SignInPages.SignOutAsync).RequireAuthorization(AccessPolicies.PageRead);
        }

        var local = pages.MapGroup("").RequireLocal();
        if (options.DevelopmentSignIn)
        {
            local.MapPage(Routes.DevelopmentSignIn, SignInPages.Show);
            local.MapPost(Routes.DevelopmentSignIn, SignInPages.SignInAsync);
        }

        if (options.MailPage)
        {
            local.MapPage(Routes.Mails, MailPages.ListAsync);
            local.MapPage(Routes.Mail, MailPages.ShowAsync);
            local.MapPage(Routes.MailBody, MailPages.BodyAsync).WithSurface(Surface.MailBody);
        }
    }
}
