namespace AllianceAgreements.Web.Security;

/// <summary>Where people are sent back to after they signed in.</summary>
internal static class LocalPath
{
    /// <summary>Only ever back into this site: a path, and not one that browsers read as the start of another site's address.</summary>
    public static string OrHome(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : Routes.Agreements;
}
