namespace AllianceAgreements.Documents.Checking;

/// <summary>What is wrong with a template or clause file, and where.</summary>
public sealed record TemplateFinding
{
    /// <summary>The file it is in, as templates name it ("clauses/exit.docx").</summary>
    public required string File { get; init; }

    /// <summary>What kind of fault it is.</summary>
    public required TemplateFindingKind Kind { get; init; }

    /// <summary>The part of the file: "document", "header", "footer", "footnotes", "endnotes"; null for the file as a whole.</summary>
    public string? Part { get; init; }

    /// <summary>The number of the clause it stands in, as Word shows it in that file ("Article 3", "1.2(a)"); null above the first.</summary>
    public string? Clause { get; init; }

    /// <summary>The text of its paragraph, shortened to 120 characters; null when it stands in none.</summary>
    public string? Paragraph { get; init; }

    /// <summary>The tag as written, if one is at fault.</summary>
    public string? Tag { get; init; }

    /// <summary>What is wrong and what would be right: sentences.</summary>
    public required string Message { get; init; }

    /// <summary>Which paragraph of the main part it is, counted from 0 in the order of the markup; null when it is none of them.</summary>
    internal int? Index { get; init; }

    /// <summary>The fault on one line, its place first.</summary>
    public override string ToString()
    {
        var place = string.Join(", ", new[] { Part is "document" ? null : Part, Clause }.OfType<string>());
        return $"{File}{(place.Length > 0 ? $" ({place})" : "")}: {(Tag is null ? "" : $"{Tag}: ")}{Message}{(Paragraph is null ? "" : $" In the paragraph \"{Paragraph}\".")}";
    }
}
