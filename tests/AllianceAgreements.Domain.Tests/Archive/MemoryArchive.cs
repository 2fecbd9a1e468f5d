using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Record;

namespace AllianceAgreements.Domain.Tests.Archive;

/// <summary>An archive in memory, for tests to damage.</summary>
internal sealed class MemoryArchive : IArchiveFiles
{
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public ArchiveManifest Manifest => ArchiveManifest.TryParse(Files["manifest.json"])!;

    public IReadOnlyList<byte[]> RecordLines
    {
        get
        {
            var text = Encoding.UTF8.GetString(Files["record.jsonl"]);
            return [.. text.TrimEnd('\n').Split('\n').Select(Encoding.UTF8.GetBytes)];
        }
    }

    public static async Task<MemoryArchive> BuildAsync(ScriptedAgreement agreement)
    {
        var archive = new MemoryArchive();
        foreach (var file in ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents).Files)
        {
            await using var stream = await file.OpenAsync(CancellationToken.None);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            archive.Files[file.Path] = content.ToArray();
        }

        return archive;
    }

    public IReadOnlyList<string> ListFiles() => [.. Files.Keys];

    public Stream? TryOpen(string path) => Files.TryGetValue(path, out var content) ? new MemoryStream(content, writable: false) : null;

    public MemoryArchive Copy()
    {
        var copy = new MemoryArchive();
        foreach (var (path, content) in Files)
        {
            copy.Files[path] = [.. content];
        }

        return copy;
    }

    /// <summary>The archive with another record, and everything about it in the manifest made to fit: what a forger without the chain would do.</summary>
    public MemoryArchive WithRecord(IEnumerable<byte[]> lines)
    {
        var copy = Copy();
        var all = lines.ToList();
        copy.Files["record.jsonl"] = [.. all.SelectMany(line => (byte[])[.. line, (byte)'\n'])];
        var head = all.Count == 0 ? RecordEntry.Genesis : Encoding.UTF8.GetString(all[^1])[^66..^2];
        return copy.WithManifest(manifest => manifest with { Record = manifest.Record with { Entries = all.Count, Head = head } });
    }

    /// <summary>The archive with another record made of whole, properly chained entries: what a forger with the chain would do.</summary>
    public MemoryArchive WithEvents(IEnumerable<AgreementEvent> events)
    {
        var entries = new List<RecordEntry>();
        foreach (var @event in events)
        {
            entries.Add(RecordEntry.After(
                entries.LastOrDefault(), @event, Actor.System, ScriptedAgreement.Start.AddMinutes(entries.Count)));
        }

        return WithRecord(entries.Select(entry => entry.Line.ToArray()))
            .WithManifest(manifest => manifest with { ExecutedAt = entries[^1].At });
    }

    /// <summary>The archive with another manifest, whose file list and checksum are made to fit.</summary>
    public MemoryArchive WithManifest(Func<ArchiveManifest, ArchiveManifest> change)
    {
        var copy = Copy();
        var manifest = change(Manifest);
        manifest = manifest with
        {
            Files = [.. manifest.Files.Select(file => !Files.TryGetValue(file.Path, out var content) ? file : file with
            {
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
                Bytes = content.Length,
            })],
        };
        return copy.WithManifestBytes(manifest.ToUtf8Json());
    }

    public MemoryArchive WithManifestBytes(byte[] manifest)
    {
        var copy = Copy();
        copy.Files["manifest.json"] = manifest;
        copy.Files["manifest.sha256"] = Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(manifest))}  manifest.json\n");
        return copy;
    }

    public async Task<string?> FindFaultAsync(string? expected = null) =>
        await ArchiveVerifier.VerifyAsync(this, expected, CancellationToken.None) is ArchiveVerification.Faulty faulty ? faulty.Fault : null;
}
