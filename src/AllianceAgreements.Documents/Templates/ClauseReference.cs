using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Templates;

/// <summary>A tag that includes a clause.</summary>
/// <param name="Name">The name of the clause's file.</param>
/// <param name="Place">Where the tag stands.</param>
internal sealed record ClauseReference(string Name, TagPlace Place)
{
    /// <summary>Every inclusion in a file, each clause once.</summary>
    public static IReadOnlyList<ClauseReference> FindAll(TemplatePackage file) =>
    [
        .. file.TextParts.SelectMany(part => file.Root(part).Descendants().OfType<TagElement>())
            .Where(element => element.Tag is IncludeTag)
            .Select(element => new ClauseReference($"{((IncludeTag)element.Tag!).Name}.docx", element.Place))
            .DistinctBy(reference => reference.Name, StringComparer.Ordinal),
    ];
}
