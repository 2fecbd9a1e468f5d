using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>A place in a draft that cross-references can mean: where a bookmark begins.</summary>
/// <param name="Bookmark">The bookmark of the template.</param>
/// <param name="Name">What it is called in this draft; null when its halves come out apart, so that it does not come out.</param>
/// <param name="Scope">Where it stands in the data.</param>
/// <param name="Start">Where it begins in the text of the draft.</param>
internal sealed record Target(Bookmark Bookmark, string? Name, Scope Scope, int Start)
{
    /// <summary>Where it ends in the text of the draft.</summary>
    public int End { get; set; } = Start;

    /// <summary>The paragraph that it marks; null until the text is numbered, and when there is none.</summary>
    public NumberedParagraph? Paragraph { get; set; }
}
