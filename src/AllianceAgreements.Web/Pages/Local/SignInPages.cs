using System.Security.Claims;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Local;

/// <summary>The development sign-in: whoever sits at this machine may be legal, administrator or auditor.</summary>
internal static class SignInPages
{
    public static RazorComponentResult<SignInPage> Show(string? returnTo) => View.Of<SignInPage>(new SignInModel(LocalPath.OrHome(returnTo)));

    public static async Task<IResult> SignInAsync(HttpContext context, FormGuard forms)
    {
        var post = await forms.ReadAsync(context);
        if (!post.IsTrusted(out var form, out var refusal))
        {
            return refusal;
        }

        var role = form["role"].ToString();
        if (!AccessRoles.All.Contains(role))
        {
            return TypedResults.BadRequest();
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, $"Local {role.ToLowerInvariant()}"), new Claim(ClaimTypes.Role, role)], AccessSchemes.Session);
        await context.SignInAsync(AccessSchemes.Session, new ClaimsPrincipal(identity));
        return Redirects.SeeOther(LocalPath.OrHome(form["returnTo"]));
    }

    public static async Task<IResult> SignOutAsync(HttpContext context, FormGuard forms)
    {
        var post = await forms.ReadAsync(context);
        if (!post.IsTrusted(out _, out var refusal))
        {
            return refusal;
        }

        await context.SignOutAsync(AccessSchemes.Session);
        return Redirects.SeeOther(Routes.Agreements);
    }
}

/// <summary>What the sign-in shows.</summary>
/// <param name="ReturnTo">Where to go afterwards.</param>
public sealed record SignInModel(string ReturnTo);
