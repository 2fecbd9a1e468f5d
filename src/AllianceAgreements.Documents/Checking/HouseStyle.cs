using AllianceAgreements.Documents.Rendering.References;

namespace AllianceAgreements.Documents.Checking;

/// <summary>The styles of the house that mean something to a check.</summary>
internal static class HouseStyle
{
    /// <summary>The character style of a term where it is defined.</summary>
    public const string DefinedTerm = "DefinedTerm";

    /// <summary>The character style of the heading that a clause begins with.</summary>
    public const string ClauseTitle = Heading.TitleStyle;

    /// <summary>Whether a paragraph style is that of an article or a schedule.</summary>
    public static bool IsHeading(string styleId) => styleId is "Heading1" or "ScheduleHeading";

    /// <summary>Whether a paragraph style is that of a line of the contents page, where numbers are typed.</summary>
    public static bool IsContents(string styleId) => styleId is "TOC1";
}
