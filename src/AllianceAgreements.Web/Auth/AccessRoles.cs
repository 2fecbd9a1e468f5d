namespace AllianceAgreements.Web.Auth;

/// <summary>The roles people sign in with.</summary>
public static class AccessRoles
{
    /// <summary>Starts, revises and withdraws agreements.</summary>
    public const string Legal = "Legal";

    /// <summary>Does what legal does, and sees the orchestrations.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Reads everything about agreements, and changes nothing.</summary>
    public const string Auditor = "Auditor";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Legal, Administrator, Auditor];
}
