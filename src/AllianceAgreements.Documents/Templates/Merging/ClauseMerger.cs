using System.Security.Cryptography;

namespace AllianceAgreements.Documents.Templates.Merging;

/// <summary>Fits what one inclusion of a clause refers to into the main template.</summary>
/// <param name="clause">The clause.</param>
/// <param name="merging">What it is merged into.</param>
/// <param name="part">The part that it is included in.</param>
internal sealed class ClauseMerger(TemplatePackage clause, MergeTarget merging, string part)
{
    private readonly Dictionary<string, MappedList> _lists = new(StringComparer.Ordinal);

    /// <summary>Whether it brings lists of its own along.</summary>
    public bool HasLists { get; private set; }

    /// <summary>The style that a style of the clause becomes.</summary>
    public string MapStyle(string id) => merging.Styles.Map(clause, id);

    /// <summary>The list that a list of the clause becomes.</summary>
    public MappedList MapList(string id)
    {
        if (!_lists.TryGetValue(id, out var list))
        {
            list = merging.Lists.Map(clause, id);
            _lists.Add(id, list);
        }

        HasLists |= list.Template is not null;
        return list;
    }

    /// <summary>The id of the relationship that one of the clause becomes.</summary>
    /// <exception cref="FormatException">It is of a kind that a clause cannot bring along.</exception>
    public string MapLink(string id)
    {
        var link = clause.Links.FirstOrDefault(link => link.Id == id)
            ?? throw new FormatException($"The relationship {id} is missing from the file.");
        switch (link)
        {
            case { Kind: "hyperlink", IsExternal: true }:
                return merging.Package.AddLink(part, link.Kind, link.Target, isExternal: true);
            case { Kind: "image", IsExternal: false }:
                var content = clause.ReadBytes(link.Target);
                var name = $"word/media/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}{Path.GetExtension(link.Target)}";
                merging.Package.AddPart(name, clause.ContentTypeOf(link.Target) ?? "application/octet-stream", content);
                return merging.Package.AddLink(part, link.Kind, $"/{name}", isExternal: false);
            default:
                throw new FormatException(
                    $"A clause can bring along links and images, and here is a relationship of the kind \"{link.Kind}\"; put this content into the main template.");
        }
    }
}
