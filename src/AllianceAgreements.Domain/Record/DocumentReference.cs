namespace AllianceAgreements.Domain.Record;

/// <summary>A document in the document store, as the record names it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The file name people see.</param>
/// <param name="Sha256">SHA-256 of its bytes, lowercase hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
public sealed record DocumentReference(DocumentKind Kind, string Name, string Sha256, long Bytes);

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>The validated terms, JSON.</summary>
    Terms,

    /// <summary>A draft, Word.</summary>
    Draft,

    /// <summary>A signed copy, PDF or Word.</summary>
    SignedCopy,

    /// <summary>The changes from one draft to the next, Word.</summary>
    Redline,
}
