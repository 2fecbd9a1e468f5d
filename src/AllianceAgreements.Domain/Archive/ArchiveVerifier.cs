using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>
/// Verifies archives offline, with nothing but the archive: every file against the manifest, the record against its own chain, the
/// documents and approvals and signatures against the record. Files of any size are read in pieces.
/// </summary>
public static class ArchiveVerifier
{
    private const int MaximumChecksumBytes = 1_024;
    private const int MaximumManifestBytes = 16 * 1_024 * 1_024;
    private const int MaximumRecordBytes = 64 * 1_024 * 1_024;

    /// <summary>What is wrong first, or what the archive holds. Whatever the files hold, nothing is thrown for it.</summary>
    /// <param name="files">The archive.</param>
    /// <param name="expectedFingerprint">
    /// The SHA-256 of <c>manifest.json</c> as told elsewhere: by the mail about the archive, or by the product's own record. Only
    /// with it, an archive that somebody made anew as a whole is told from the original. Null checks the archive against itself alone.
    /// </param>
    /// <param name="cancellationToken">Ends the verification.</param>
    public static async ValueTask<ArchiveVerification> VerifyAsync(
        IArchiveFiles files, string? expectedFingerprint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        try
        {
            return new ArchiveVerification.Intact(await CheckAsync(files, expectedFingerprint, cancellationToken));
        }
        catch (ArchiveFaultException fault)
        {
            return new ArchiveVerification.Faulty(fault.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ArchiveVerification.Faulty($"The archive cannot be read: {exception.Message}");
        }
    }

    private static async ValueTask<ArchiveSummary> CheckAsync(IArchiveFiles files, string? expected, CancellationToken cancellationToken)
    {
        var reader = new ArchiveReader(files);
        var (manifest, fingerprint) = await ReadManifestAsync(reader, expected, cancellationToken);
        CheckNames(manifest, reader);
        foreach (var file in manifest.Files)
        {
            await reader.CheckAsync(file, cancellationToken);
        }

        var entries = RecordFile.Read(await reader.ReadAsync(ArchiveLayout.Record, MaximumRecordBytes, cancellationToken), manifest.Record);
        var state = ExecutionEvidence.Examine(manifest.Agreement, entries) switch
        {
            ExecutionEvidence.Complete complete => complete.State,
            ExecutionEvidence.Lacking lacking => throw new ArchiveFaultException(lacking.Fault),
            _ => throw new InvalidOperationException("Evidence is either complete or lacking."),
        };
        ManifestRules.Check(manifest, state);
        return Summarise(state, reader.Count, entries.Count, fingerprint);
    }

    private static async ValueTask<(ArchiveManifest Manifest, string Fingerprint)> ReadManifestAsync(
        ArchiveReader reader, string? expected, CancellationToken cancellationToken)
    {
        var bytes = await reader.ReadAsync(ArchiveLayout.Manifest, MaximumManifestBytes, cancellationToken);
        var checksum = Encoding.Latin1.GetString(await reader.ReadAsync(ArchiveLayout.Checksum, MaximumChecksumBytes, cancellationToken));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (expected is not null && !string.Equals(expected.Trim(), fingerprint, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArchiveFaultException(
                $"'{ArchiveLayout.Manifest}' is not the one that the fingerprint belongs to: its SHA-256 is {fingerprint}, and {expected.Trim()} was expected.");
        }

        if (checksum != ArchiveLayout.ChecksumOf(fingerprint))
        {
            throw new ArchiveFaultException(
                $"'{ArchiveLayout.Manifest}' and '{ArchiveLayout.Checksum}' do not belong together: {(expected is null ? "one of them was changed" : $"'{ArchiveLayout.Checksum}' was changed")}.");
        }

        var manifest = ArchiveManifest.TryParse(bytes)
            ?? throw new ArchiveFaultException($"'{ArchiveLayout.Manifest}' is not the manifest of an archive.");
        return manifest.Format == ArchiveManifest.CurrentFormat
            ? (manifest, fingerprint)
            : throw new ArchiveFaultException(
                $"'{ArchiveLayout.Manifest}' has a format that this version does not know; it knows '{ArchiveManifest.CurrentFormat}'.");
    }

    private static void CheckNames(ArchiveManifest manifest, ArchiveReader reader)
    {
        var listed = manifest.Files.Select(file => file.Path).ToList();
        for (var i = 1; i < listed.Count; i++)
        {
            if (string.CompareOrdinal(listed[i - 1], listed[i]) >= 0)
            {
                throw new ArchiveFaultException($"'{ArchiveLayout.Manifest}' does not list its files in order, each once.");
            }
        }

        string[] expected = [ArchiveLayout.Manifest, ArchiveLayout.Checksum, .. listed];
        if (expected.FirstOrDefault(path => !reader.Holds(path)) is { } missing)
        {
            throw new ArchiveFaultException($"'{missing}' is missing.");
        }

        if (reader.FindOther(expected) is { } extra)
        {
            throw new ArchiveFaultException($"'{extra}' does not belong to the archive.");
        }
    }

    private static ArchiveSummary Summarise(AgreementState state, int files, int entries, string fingerprint) => new()
    {
        Agreement = state.Id,
        Reference = state.Reference,
        Title = state.Title,
        Parties = state.Parties,
        Revision = state.Signing!.Revision,
        ExecutedAt = state.Head.At,
        Approvals = state.Latest.Round!.Approvers.Count,
        Signatures = state.Signing.Signatories.Count,
        Files = files,
        Entries = entries,
        ManifestSha256 = fingerprint,
    };
}
