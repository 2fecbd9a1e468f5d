namespace AllianceAgreements.Documents.Packages;

/// <summary>Names of parts, without the leading slash ("word/document.xml"); ECMA-376 part 2, 6.2.2.</summary>
internal static class PartName
{
    private const int MaximumLength = 260;

    /// <summary>The same part whatever the case of ASCII letters, as packaging readers treat it.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Whether a name can only mean a place inside the package.</summary>
    public static bool IsSafe(string name)
    {
        if (name.Length is 0 or > MaximumLength
            || name.AsSpan().IndexOfAny('\\', ':') >= 0
            || name.Any(char.IsControl)
            || name.Contains("%2e", StringComparison.OrdinalIgnoreCase)
            || name.Contains("%2f", StringComparison.OrdinalIgnoreCase)
            || name.Contains("%5c", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return name.Split('/').All(segment => segment is not ("" or "." or ".."));
    }

    /// <summary>The part that a relationship's target names, or null when it leaves the package.</summary>
    /// <param name="source">The part the relationship belongs to; empty for the package itself.</param>
    /// <param name="target">The target as written, relative to the source or from the root.</param>
    public static string? Resolve(string source, string target)
    {
        var segments = new List<string>();
        if (!target.StartsWith('/'))
        {
            segments.AddRange(source.Split('/')[..^1]);
        }

        foreach (var segment in target.Split('#')[0].Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    break;
                case ".." when segments.Count == 0:
                    return null;
                case "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return string.Join('/', segments);
    }

    /// <summary>The part that holds the relationships of another ("word/_rels/document.xml.rels").</summary>
    public static string RelationshipsOf(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return $"{source[..slash]}_rels/{source[slash..]}.rels";
    }

    /// <summary>The part whose relationships a part holds, empty for those of the package; null for any other part.</summary>
    public static string? SourceOf(string relationships)
    {
        var folder = relationships.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase);
        return folder >= 0 && relationships.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            ? relationships[..folder] + relationships[(folder + 6)..^5]
            : null;
    }
}
