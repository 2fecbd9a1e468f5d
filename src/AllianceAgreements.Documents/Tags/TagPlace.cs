using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Tags;

/// <summary>Where a tag stands.</summary>
/// <param name="File">The template or clause.</param>
/// <param name="Source">The tag as written, with its braces; null for the paragraph itself.</param>
/// <param name="Paragraph">The text of its paragraph, shortened; null when it stands in none.</param>
internal sealed record TagPlace(string File, string? Source, string? Paragraph)
{
    private const int MaximumLength = 120;

    /// <summary>A paragraph's text as faults quote it.</summary>
    public static string Shorten(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= MaximumLength ? words : $"{words[..(MaximumLength - 1)].TrimEnd()}…";
    }

    /// <summary>A fault of this tag.</summary>
    public TemplateFault Fault(string message) => new(File, Source, Paragraph, message);
}
