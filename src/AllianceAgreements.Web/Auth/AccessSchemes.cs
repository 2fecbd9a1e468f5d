namespace AllianceAgreements.Web.Auth;

/// <summary>Names of the authentication schemes.</summary>
public static class AccessSchemes
{
    /// <summary>A bearer token in the Authorization header (RFC 6750).</summary>
    public const string Bearer = "Bearer";

    /// <summary>The cookie of the development sign-in.</summary>
    public const string Session = "Session";

    /// <summary>What App Service Authentication says: Microsoft Entra ID, by cookie or bearer token. See <see cref="WebOptions.UseAppServiceAuthentication"/>.</summary>
    public const string AppService = "AppService";
}
