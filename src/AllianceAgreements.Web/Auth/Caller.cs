using System.Security.Claims;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Web.Auth;

/// <summary>Who calls, as the application service wants to know it.</summary>
internal static class Caller
{
    /// <summary>The actor that goes into the record.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal) => new(
        principal.IsInRole(AccessRoles.Administrator) ? ActorKind.Administrator : ActorKind.Legal,
        principal.Identity?.Name ?? "Unnamed")
    {
        Account = principal.FindFirstValue(ClaimTypes.NameIdentifier),
    };

    /// <summary>Whose idempotency keys they are: the account's; without accounts, everybody's with the same name and role.</summary>
    public static string ToKeyOwner(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? $"{principal.FindFirstValue(ClaimTypes.Role)}\n{principal.Identity?.Name}";

    /// <summary>Whether the person may start, revise and withdraw.</summary>
    public static bool IsLegal(this ClaimsPrincipal principal) =>
        principal.IsInRole(AccessRoles.Legal) || principal.IsInRole(AccessRoles.Administrator);

    /// <summary>Whether the person may see orchestrations.</summary>
    public static bool IsAdministrator(this ClaimsPrincipal principal) => principal.IsInRole(AccessRoles.Administrator);
}
