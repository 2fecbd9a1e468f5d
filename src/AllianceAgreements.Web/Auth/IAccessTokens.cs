namespace AllianceAgreements.Web.Auth;

/// <summary>Knows the bearer tokens of the API.</summary>
public interface IAccessTokens
{
    /// <summary>The role a token stands for, one of <see cref="AccessRoles"/>; null when it is not a token. Takes the same time for every token of a length.</summary>
    string? RoleOf(string token);
}
