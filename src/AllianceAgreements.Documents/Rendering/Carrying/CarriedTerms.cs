using AllianceAgreements.Documents.Returned;

namespace AllianceAgreements.Documents.Rendering.Carrying;

/// <summary>What a draft carries besides its text, as a custom XML part (ECMA-376 part 1, 15.2.5): whose draft it is, the terms, the fields as they were filled, and the hash of all other text.</summary>
/// <param name="PartName">The part.</param>
/// <param name="TextParts">The parts whose text is hashed: the agreement, then its notes.</param>
internal sealed record CarriedTerms(string PartName, IReadOnlyList<string> TextParts)
{
    /// <summary>The namespace of the part's elements. Files that are out in the world have it; it stays.</summary>
    public const string Namespace = "urn:alliance-agreements:draft:1";

    /// <summary>Writes the part.</summary>
    /// <param name="draft">The draft, its text written.</param>
    /// <param name="texts">What was written of <see cref="TextParts"/>.</param>
    public static XmlOutput Write(Draft draft, IEnumerable<XmlOutput> texts)
    {
        var tags = draft.Fields.All.Select(field => FieldControl.TagOf(field.Path)).ToHashSet(StringComparer.Ordinal);
        using var hash = new TextHash();
        foreach (var text in texts)
        {
            DraftText.Read(text.Written, tags, hash);
        }

        var output = draft.CreateOutput();
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<draft xmlns=\""u8);
        output.WriteText(Namespace);
        output.Write("\" reference=\""u8);
        output.WriteText(draft.Stamp.Reference);
        output.Write("\" revision=\""u8);
        output.Write(draft.Stamp.Revision);
        output.Write("\" text=\""u8);
        output.WriteText(hash.Finish());
        output.Write("\"><terms>"u8);
        output.WriteContent(draft.Stamp.Terms.Span);
        output.Write("</terms>"u8);
        foreach (var (path, text) in draft.Fields.All)
        {
            output.Write("<field path=\""u8);
            output.WriteText(path);
            output.Write("\">"u8);
            output.WriteText(text);
            output.Write("</field>"u8);
        }

        output.Write("</draft>"u8);
        return output;
    }
}
