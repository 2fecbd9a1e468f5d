using System.Text;
using System.Text.Json;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>The header that App Service Authentication sends for an account of Entra ID.</summary>
internal static class ClientPrincipal
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";
    public const string Tenant = "2b0e4d2c-0a53-4b0c-8d0f-8f5f0d1c7a11";
    public const string ObjectId = "5b5450db-eb26-4c1a-981c-ba1d25f0483d";

    private const string ObjectIdType = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    /// <summary>As for a person who signed in.</summary>
    public static string Of(params string[] roles) => Encode("aad",
    [
        ("name", "Ada Lawyer"), ("preferred_username", "ada@example.org"), (ObjectIdType, ObjectId),
        ("http://schemas.microsoft.com/identity/claims/tenantid", Tenant), ("groups", "Legal"), .. roles.Select(role => ("roles", role)),
    ]);

    public static string Encode(string provider, params (string Type, string Value)[] claims) => Encode(JsonSerializer.Serialize(new
    {
        auth_typ = provider,
        claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
        name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    }));

    public static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
}
