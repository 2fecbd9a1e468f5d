using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Where documents are kept, by folder and SHA-256. What is stored never changes.</summary>
public interface IDocumentStore
{
    /// <summary>Stores a document, durably and whole. Storing the same again has no effect.</summary>
    /// <returns>Its SHA-256, lowercase hexadecimal.</returns>
    ValueTask<string> PutAsync(DocumentFolder folder, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Opens a document, at its start, seekable; null when there is none.</summary>
    ValueTask<Stream?> OpenAsync(DocumentFolder folder, string sha256, CancellationToken cancellationToken);
}

/// <summary>A folder of the document store.</summary>
public sealed record DocumentFolder
{
    /// <summary>A folder by its path.</summary>
    /// <exception cref="ArgumentException">The path is none; see <see cref="Path"/>.</exception>
    public DocumentFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Path = path.Split('/').All(IsSegment)
            ? path
            : throw new ArgumentException($"'{path}' cannot be a folder of the document store.", nameof(path));
    }

    /// <summary>Segments of lowercase ASCII letters, digits and hyphens, separated by <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The templates and clauses that agreements are pinned to, shared by all.</summary>
    public static DocumentFolder Templates { get; } = new("templates");

    /// <summary>The documents of one revision of an agreement.</summary>
    public static DocumentFolder ForRevision(AgreementId id, int revision) => new($"agreements/{id}/revision-{revision}");

    /// <summary>The signed copies of an agreement.</summary>
    public static DocumentFolder ForSignedCopies(AgreementId id) => new($"agreements/{id}/signed");

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
