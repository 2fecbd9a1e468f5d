namespace AllianceAgreements.Domain.Ports;

/// <summary>Shows Word documents on pages.</summary>
public interface IDocumentPreview
{
    /// <summary>
    /// The document as a fragment of semantic HTML (headings, numbered clauses with their real numbers, tables), safe to
    /// put into a page as it is: every text is encoded, and it holds no script, style, link target or external reference.
    /// Tracked changes are shown as <c>ins</c> and <c>del</c>, which say so to screen readers, with the numbers that each clause has in its own text.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are not a Word document.</exception>
    string ToHtml(ReadOnlyMemory<byte> document);
}
