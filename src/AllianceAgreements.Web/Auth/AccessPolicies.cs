using Microsoft.AspNetCore.Authorization;

namespace AllianceAgreements.Web.Auth;

/// <summary>What a route asks of its caller. Pages and API have the same policies on different authentication schemes.</summary>
internal static class AccessPolicies
{
    public const string PageRead = "Page.Read";
    public const string PageLegal = "Page.Legal";
    public const string PageAdministrator = "Page.Administrator";
    public const string ApiRead = "Api.Read";
    public const string ApiLegal = "Api.Legal";

    public static void Add(AuthorizationOptions authorization, WebOptions options)
    {
        authorization.AddPolicy(PageRead, Allow(options.PageScheme, [.. AccessRoles.All]));
        authorization.AddPolicy(PageLegal, Allow(options.PageScheme, AccessRoles.Legal, AccessRoles.Administrator));
        authorization.AddPolicy(PageAdministrator, Allow(options.PageScheme, AccessRoles.Administrator));
        authorization.AddPolicy(ApiRead, Allow(options.ApiScheme, [.. AccessRoles.All]));
        authorization.AddPolicy(ApiLegal, Allow(options.ApiScheme, AccessRoles.Legal, AccessRoles.Administrator));
    }

    private static AuthorizationPolicy Allow(string scheme, params string[] roles) =>
        new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().RequireRole(roles).Build();
}
