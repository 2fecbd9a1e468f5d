using AllianceAgreements.Domain.Coverage;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Finds the clauses of Word documents.</summary>
public interface IDocumentOutline
{
    /// <summary>
    /// The clauses in their order, each with the id that <see cref="IDocumentPreview"/> gives its place. What stands before the first heading
    /// has the article "Cover Page".
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are not a Word document.</exception>
    IReadOnlyList<DocumentClause> Read(ReadOnlyMemory<byte> document);
}
