using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>What an archive holds: <c>manifest.json</c>. Its SHA-256 is the fingerprint of the whole archive.</summary>
public sealed record ArchiveManifest
{
    /// <summary>The format written by this version.</summary>
    public const string CurrentFormat = "alliance-agreements-archive/1";

    private static readonly JsonSerializerOptions Json = CreateJson();

    /// <summary>The format of the archive.</summary>
    public required string Format { get; init; }

    /// <summary>The agreement.</summary>
    public required AgreementId Agreement { get; init; }

    /// <summary>The reference people use.</summary>
    public required string Reference { get; init; }

    /// <summary>The title of the executed revision.</summary>
    public required string Title { get; init; }

    /// <summary>The executed revision.</summary>
    public required int Revision { get; init; }

    /// <summary>When the last signature was in, UTC.</summary>
    public required DateTimeOffset ExecutedAt { get; init; }

    /// <summary>How far the record goes.</summary>
    public required ArchivedRecord Record { get; init; }

    /// <summary>Every file but the manifest and its checksum, sorted by path (ordinal).</summary>
    public required IReadOnlyList<ArchivedFile> Files { get; init; }

    /// <summary>The one way to write it: UTF-8, two spaces of indentation, line feeds, a last line feed.</summary>
    public byte[] ToUtf8Json() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>Reads a manifest; null when the bytes are none.</summary>
    public static ArchiveManifest? TryParse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<ArchiveManifest>(utf8Json, Json);
            return manifest is not null && manifest.Files.All(file => file is not null) ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
        };
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>How far the archived record goes, so that a cut tail shows.</summary>
public sealed record ArchivedRecord
{
    /// <summary>The file that holds it.</summary>
    public required string File { get; init; }

    /// <summary>How many entries it has.</summary>
    public required long Entries { get; init; }

    /// <summary>The hash of its last entry.</summary>
    public required string Head { get; init; }
}

/// <summary>A file of an archive.</summary>
public sealed record ArchivedFile
{
    /// <summary>Its path, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What it is.</summary>
    public required ArchivedFileKind Kind { get; init; }

    /// <summary>The revision it belongs to; null when it belongs to none.</summary>
    public int? Revision { get; init; }

    /// <summary>SHA-256 of its bytes, lowercase hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its length.</summary>
    public required long Bytes { get; init; }
}

/// <summary>What a file of an archive is.</summary>
public enum ArchivedFileKind
{
    /// <summary>What the archive is and how to verify it, in plain words.</summary>
    Readme,

    /// <summary>The record up to the execution, an entry a line.</summary>
    Record,

    /// <summary>The terms of a revision.</summary>
    Terms,

    /// <summary>The draft of a revision.</summary>
    Draft,

    /// <summary>A signed copy.</summary>
    SignedCopy,

    /// <summary>The changes from the revision before.</summary>
    Redline,
}
