namespace AllianceAgreements.Web.Components;

/// <summary>Whom a page is for.</summary>
public enum PageAudience
{
    /// <summary>Signed-in staff; has the navigation.</summary>
    Staff,

    /// <summary>A partner with a link, or nobody in particular.</summary>
    Public,
}
