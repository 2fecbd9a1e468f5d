using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Auth;

internal static class AccessServices
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    public static void AddAccess(this IServiceCollection services, WebOptions options)
    {
        var authentication = services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(AccessSchemes.Bearer, configureOptions: null)
            .AddCookie(AccessSchemes.Session, cookie => Configure(cookie, options));
        if (options.IsBehindAppServiceAuthentication || options.TakesPrincipalsOfThisMachine)
        {
            authentication.AddScheme<AuthenticationSchemeOptions, AppServiceHandler>(AccessSchemes.AppService, configureOptions: null);
        }

        services.AddAuthorization(authorization => AccessPolicies.Add(authorization, options));
    }

    private static void Configure(CookieAuthenticationOptions cookie, WebOptions options)
    {
        cookie.Cookie.Name = "aa-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = SessionLength;
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (options.DevelopmentSignIn && HttpMethods.IsGet(context.Request.Method) && Security.LocalOnly.IsLocal(context.HttpContext))
            {
                context.Response.Redirect(Routes.ToDevelopmentSignIn(context.Request.Path + context.Request.QueryString));
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }

            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
