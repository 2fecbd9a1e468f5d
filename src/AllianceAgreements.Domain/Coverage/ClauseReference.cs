namespace AllianceAgreements.Domain.Coverage;

/// <summary>Names a clause by its headings, which stay when numbers change.</summary>
internal sealed record ClauseReference
{
    /// <summary>See <see cref="DocumentClause.Article"/>.</summary>
    public required string Article { get; init; }

    /// <summary>See <see cref="DocumentClause.Title"/>; left out, it is what stands directly under the article's heading.</summary>
    public string Clause { get; init; } = "";

    /// <summary>Where variants of a clause bear the same heading: words of which one must stand in it, exactly as written.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>A clause that must be there too, since this one speaks of what that one grants.</summary>
    public ClauseReference? Given { get; init; }

    /// <summary>The clause in a document; null when it is not there.</summary>
    public DocumentClause? FindIn(IReadOnlyList<DocumentClause> document) =>
        Given is { } given && given.FindIn(document) is null
            ? null
            : document.FirstOrDefault(clause => clause.Article == Article && clause.Title == Clause
                && (Says.Count == 0 || Says.Any(words => clause.Text.Contains(words, StringComparison.Ordinal))));
}
