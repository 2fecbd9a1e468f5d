using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>What tags call a target. Word does not tell small letters from capitals in bookmarks, and people do not in headings.</summary>
internal static class TargetName
{
    private const int MaximumBookmarkLength = 40;

    /// <summary>The key of what a tag means.</summary>
    public static string Of(RefTag tag) => tag.IsHeading ? OfHeading(tag.Target) : OfBookmark(tag.Target);

    /// <summary>The key of a bookmark.</summary>
    public static string OfBookmark(string name) => name.ToUpperInvariant();

    /// <summary>The key of a heading, which no bookmark can have.</summary>
    public static string OfHeading(string text) => $"\"{Trim(text).ToUpperInvariant()}\"";

    /// <summary>A heading without the full stop at its end, its spaces plain and single.</summary>
    public static string Trim(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ':');

    /// <summary>The name of a bookmark for a heading; with an underscore in front, Word does not list it.</summary>
    public static string BookmarkOf(string heading)
    {
        var name = "_Ref_" + string.Concat(Trim(heading).Where(char.IsAsciiLetterOrDigit));
        return name[..Math.Min(name.Length, MaximumBookmarkLength)];
    }
}
