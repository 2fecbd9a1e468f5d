using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>Which file is where in an archive of <see cref="ArchiveManifest.CurrentFormat"/>.</summary>
internal static class ArchiveLayout
{
    public const string Manifest = "manifest.json";
    public const string Checksum = "manifest.sha256";
    public const string Record = "record.jsonl";
    public const string Readme = "README.txt";

    /// <summary>The folder: the reference, and the rest of the id, because two agreements may share a reference.</summary>
    public static string FolderOf(AgreementState state) => $"{state.Reference}-{state.Id.Value[AgreementId.ReferenceLength..]}";

    /// <summary>The content of <see cref="Checksum"/>, as <c>sha256sum</c> writes and checks it.</summary>
    public static string ChecksumOf(string manifestSha256) => $"{manifestSha256}  {Manifest}\n";

    /// <summary>Every document the record names, and its place.</summary>
    public static IEnumerable<ArchivedDocument> DocumentsOf(AgreementState state)
    {
        foreach (var revision in state.Revisions)
        {
            var folder = DocumentFolder.ForRevision(state.Id, revision.Number);
            yield return new($"revisions/{revision.Number}/terms.json", ArchivedFileKind.Terms, revision.Number, revision.Terms, folder);
            if (revision.Draft is { } draft)
            {
                yield return new($"revisions/{revision.Number}/draft.docx", ArchivedFileKind.Draft, revision.Number, draft, folder);
            }

            if (revision.Redline is { } redline)
            {
                yield return new($"revisions/{revision.Number}/redline.docx", ArchivedFileKind.Redline, revision.Number, redline.Document, folder);
            }
        }

        foreach (var (index, signatory) in (state.Signing?.Signatories ?? []).Index())
        {
            if (signatory.Copy is { } copy)
            {
                var extension = copy.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? "pdf" : "docx";
                yield return new(
                    $"signed/{index + 1}-{Slug(signatory.Person.Party)}.{extension}", ArchivedFileKind.SignedCopy, state.Signing!.Revision, copy,
                    DocumentFolder.ForSignedCopies(state.Id));
            }
        }
    }

    private static string Slug(string name)
    {
        var words = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "party" : string.Join('-', words);
    }
}

/// <summary>A document and its place in the archive.</summary>
/// <param name="Path">Its path in the archive.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Revision">The revision it belongs to.</param>
/// <param name="Document">The document, as the record names it.</param>
/// <param name="Folder">Where the document store has it.</param>
internal sealed record ArchivedDocument(
    string Path, ArchivedFileKind Kind, int Revision, DocumentReference Document, DocumentFolder Folder)
{
    public ArchivedFile ToFile() => new() { Path = Path, Kind = Kind, Revision = Revision, Sha256 = Document.Sha256, Bytes = Document.Bytes };
}
