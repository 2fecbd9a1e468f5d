using AllianceAgreements.Web.Auth;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Security;

/// <summary>
/// Takes away who a request says it is from, unless it comes from this very machine, as App Service Authentication does from outside. Stands
/// before <see cref="FrontEnd"/>, which puts the configured host in the place of the one that was asked for.
/// </summary>
internal sealed class PrincipalsOfThisMachine(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!LocalOnly.IsLocal(context))
        {
            context.Request.Headers.Remove(AppServicePrincipal.Header);
        }

        return next(context);
    }
}
