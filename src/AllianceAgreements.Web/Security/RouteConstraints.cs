using AllianceAgreements.Domain.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Security;

/// <summary>Matches what can be the id of an agreement, so that anything else is simply not found.</summary>
internal sealed class AgreementIdConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && AgreementId.TryParse(value?.ToString(), out _);
}

/// <summary>Matches a SHA-256 in lowercase hexadecimal.</summary>
internal sealed class Sha256Constraint : IRouteConstraint
{
    private const int Length = 64;

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value?.ToString() is { Length: Length } text && text.All(char.IsAsciiHexDigitLower);
}
