using System.Text.Encodings.Web;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AllianceAgreements.Web.Auth;

/// <summary>
/// Authenticates by what App Service Authentication says of a request: it checks cookies and Entra ID bearer tokens, and lets requests with
/// neither through. Registered only where <see cref="WebOptions.UseAppServiceAuthentication"/> was told that the platform is in front, or
/// <see cref="WebOptions.UsePrincipalsOfThisMachine"/> that a developer plays its part.
/// </summary>
internal sealed class AppServiceHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[AppServicePrincipal.Header];
        if (header.Count == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(header.Count == 1 && AppServicePrincipal.Read(header[0] ?? "") is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name))
            : AuthenticateResult.Fail("The client principal is not one of an Entra ID account."));
    }

    /// <summary>Sends whoever wants to see a page to sign in; everybody else is told to.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Surfaces.Of(Context) == Surface.Page && (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)))
        {
            Response.Redirect(Routes.ToAppServiceSignIn(LocalPath.OrHome(Request.Path + Request.QueryString)));
            return Task.CompletedTask;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Task.CompletedTask;
    }
}
