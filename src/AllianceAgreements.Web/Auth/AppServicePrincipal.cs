using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AllianceAgreements.Web.Auth;

/// <summary>
/// The value of <c>X-MS-CLIENT-PRINCIPAL</c>: base64 of JSON with the claims of whoever signed in, or of the application whose token came with
/// the request (learn.microsoft.com/azure/app-service/configure-authentication-user-identities, "Decoding the client principal header").
/// </summary>
internal static class AppServicePrincipal
{
    /// <summary>The header that the platform sets, and takes away from whatever comes from outside.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>In characters. Room for the 200 groups that Entra ID puts into a token at most; servers take less than this in all headers.</summary>
    public const int MaximumLength = 64 * 1024;

    /// <summary>What the platform calls Microsoft Entra ID. Other providers have no app roles of ours, so nobody comes in by them.</summary>
    private const string EntraId = "aad";

    // The platform hands some claims on by their long names, others by the short ones that the token has; which is a matter of the token's version.
    private static readonly string[] Roles = ["roles", ClaimTypes.Role];
    private static readonly string[] ObjectId = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] Tenant = ["http://schemas.microsoft.com/identity/claims/tenantid", "tid"];
    private static readonly string[] Names = ["name", ClaimTypes.Name, "preferred_username", ClaimTypes.Upn, ClaimTypes.Email];
    private static readonly string[] Application = ["azp", "appid"];

    /// <summary>
    /// Who it is, by name, roles of ours and a name identifier that stays the same (tenant and object id); null when the value is not what the
    /// platform sends for an account of Entra ID.
    /// </summary>
    public static ClaimsPrincipal? Read(string value)
    {
        if (value.Length > MaximumLength || Decode(value) is not { Claims: { } claims } principal
            || principal.Provider != EntraId || First(claims, ObjectId) is not { } account)
        {
            return null;
        }

        var id = First(claims, Tenant) is { } tenant ? $"{tenant}/{account}" : account;
        var name = First(claims, Names) ?? (First(claims, Application) is { } application ? $"Application {application}" : account);
        var roles = AccessRoles.All.Where(role => claims.Any(claim => Roles.Contains(claim?.Type) && claim?.Value == role));
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, id),
                new Claim(ClaimTypes.Name, name),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            AccessSchemes.AppService));
    }

    private static Payload? Decode(string value)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Payload>(bytes.AsSpan(0, length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? First(IReadOnlyList<Entry?> claims, string[] types) => types
        .SelectMany(type => claims.Where(claim => claim?.Type == type).Select(claim => claim?.Value))
        .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private sealed record Payload(
        [property: JsonPropertyName("auth_typ")] string? Provider, [property: JsonPropertyName("claims")] IReadOnlyList<Entry?>? Claims);

    private sealed record Entry([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
