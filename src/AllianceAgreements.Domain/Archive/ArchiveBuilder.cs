using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>Puts the archive of an executed agreement together. The same record gives the same bytes, whenever and wherever.</summary>
public static class ArchiveBuilder
{
    /// <summary>The archive of an executed agreement.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="entries">Its record. What came after the execution stays out.</param>
    /// <param name="documents">Where its documents are; they are opened when the archive is written.</param>
    /// <exception cref="InvalidDataException">The record is not whole, or the agreement was not executed.</exception>
    public static ArchivePackage Build(AgreementId id, IReadOnlyList<RecordEntry> entries, IDocumentStore documents)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(documents);
        var executed = entries.TakeWhile(entry => entry.Event is not AgreementExecuted).Count() + 1;
        List<RecordEntry> archived = [.. entries.Take(executed)];
        if (RecordChain.FindFault(archived.Select(entry => entry.Line)) is { } broken)
        {
            throw new InvalidDataException($"Agreement {id} cannot be archived. {broken}");
        }

        if (ExecutionEvidence.Examine(id, archived) is not ExecutionEvidence.Complete { State: var state })
        {
            throw new InvalidDataException($"Agreement {id} cannot be archived: its record does not show that it was executed.");
        }

        return Package(state, archived, documents);
    }

    private static ArchivePackage Package(AgreementState state, List<RecordEntry> entries, IDocumentStore documents)
    {
        List<(ArchivedFile Entry, ArchiveFile File)> files =
        [
            InMemory(ArchiveLayout.Readme, ArchivedFileKind.Readme, Encoding.UTF8.GetBytes(ArchiveReadme.Write(state, entries.Count).ReplaceLineEndings("\n"))),
            InMemory(ArchiveLayout.Record, ArchivedFileKind.Record, [.. entries.SelectMany(entry => (byte[])[.. entry.Line.Span, (byte)'\n'])]),
            .. ArchiveLayout.DocumentsOf(state).Select(document => Stored(document, documents)),
        ];
        files.Sort((x, y) => string.CompareOrdinal(x.Entry.Path, y.Entry.Path));

        var manifest = new ArchiveManifest
        {
            Format = ArchiveManifest.CurrentFormat,
            Agreement = state.Id,
            Reference = state.Reference,
            Title = state.Title,
            Revision = state.Signing!.Revision,
            ExecutedAt = state.Head.At,
            Record = new ArchivedRecord { File = ArchiveLayout.Record, Entries = entries.Count, Head = state.Head.Hash },
            Files = [.. files.Select(file => file.Entry)],
        }.ToUtf8Json();
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(manifest));
        return new ArchivePackage(
            ArchiveLayout.FolderOf(state),
            fingerprint,
            [
                InMemory(ArchiveLayout.Manifest, manifest),
                InMemory(ArchiveLayout.Checksum, Encoding.ASCII.GetBytes(ArchiveLayout.ChecksumOf(fingerprint))),
                .. files.Select(file => file.File),
            ]);
    }

    private static (ArchivedFile Entry, ArchiveFile File) InMemory(string path, ArchivedFileKind kind, byte[] content)
    {
        var file = InMemory(path, content);
        return (new ArchivedFile { Path = path, Kind = kind, Sha256 = file.Sha256, Bytes = file.Bytes }, file);
    }

    private static ArchiveFile InMemory(string path, byte[] content) => new(
        path, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length,
        _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false)));

    private static (ArchivedFile Entry, ArchiveFile File) Stored(ArchivedDocument document, IDocumentStore documents)
    {
        var (folder, sha256) = (document.Folder, document.Document.Sha256);
        return (document.ToFile(), new ArchiveFile(document.Path, sha256, document.Document.Bytes, async cancellationToken =>
            await documents.OpenAsync(folder, sha256, cancellationToken)
            ?? throw new InvalidDataException($"Document {sha256} is missing from the folder '{folder.Path}' of the document store."))
        {
            StoredIn = folder,
        });
    }
}

/// <summary>An archive, ready to be written.</summary>
/// <param name="Folder">Its folder; see <see cref="IArchive.WriteAsync"/>.</param>
/// <param name="ManifestSha256">Its fingerprint; see <see cref="AgreementArchived.ManifestSha256"/>.</param>
/// <param name="Files">Its files.</param>
public sealed record ArchivePackage(string Folder, string ManifestSha256, IReadOnlyList<ArchiveFile> Files);
