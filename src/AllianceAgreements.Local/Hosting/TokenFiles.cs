using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Web.Auth;

namespace AllianceAgreements.Local.Hosting;

/// <summary>The bearer tokens of the API are those in the data folder.</summary>
internal sealed class TokenFiles(FileAccessTokens tokens) : IAccessTokens
{
    public string? RoleOf(string token) => tokens.RoleOf(token);
}
