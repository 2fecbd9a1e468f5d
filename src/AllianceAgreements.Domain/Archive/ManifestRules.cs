using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>Checks that a manifest says what the record says.</summary>
internal static class ManifestRules
{
    /// <exception cref="ArchiveFaultException">It does not.</exception>
    public static void Check(ArchiveManifest manifest, AgreementState state)
    {
        Require(manifest.Reference == state.Reference && state.Id.IsReference(state.Reference), "reference");
        Require(manifest.Title == state.Title, "title");
        Require(manifest.Revision == state.Signing!.Revision, "executed revision");
        Require(manifest.ExecutedAt == state.Head.At, "time of execution");
        CheckDocuments(manifest, state);
    }

    private static void CheckDocuments(ArchiveManifest manifest, AgreementState state)
    {
        var files = manifest.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var document in ArchiveLayout.DocumentsOf(state))
        {
            if (!files.Remove(document.Path, out var file))
            {
                throw new ArchiveFaultException($"'{document.Path}' is missing: the record names it, with SHA-256 {document.Document.Sha256}.");
            }

            if (file != document.ToFile())
            {
                throw new ArchiveFaultException(
                    $"'{document.Path}' is not the document that the record names, which has SHA-256 {document.Document.Sha256}.");
            }
        }

        CheckKind(files, ArchiveLayout.Readme, ArchivedFileKind.Readme);
        CheckKind(files, ArchiveLayout.Record, ArchivedFileKind.Record);
        if (files.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } other)
        {
            throw new ArchiveFaultException($"'{other}' does not belong to the archive: the record does not name it.");
        }
    }

    private static void CheckKind(Dictionary<string, ArchivedFile> files, string path, ArchivedFileKind kind)
    {
        if (!files.Remove(path, out var file) || file.Kind != kind || file.Revision is not null)
        {
            throw new ArchiveFaultException($"'{ArchiveLayout.Manifest}' does not list '{path}' as what it is.");
        }
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ArchiveFaultException($"'{ArchiveLayout.Manifest}' tells of another {what} than the record.");
        }
    }
}
