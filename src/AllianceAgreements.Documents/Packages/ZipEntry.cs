namespace AllianceAgreements.Documents.Packages;

/// <summary>One file inside a ZIP archive, as its directory describes it and its local header confirms.</summary>
internal sealed record ZipEntry
{
    public required string Name { get; init; }

    public required bool IsDeflated { get; init; }

    public required uint Checksum { get; init; }

    public required int PackedBytes { get; init; }

    public required int ExpandedBytes { get; init; }

    /// <summary>Where the local header begins.</summary>
    public required int HeaderOffset { get; init; }

    /// <summary>Where the packed bytes begin.</summary>
    public required int DataOffset { get; init; }

    /// <summary>Whether a data descriptor follows the packed bytes.</summary>
    public required bool HasDescriptor { get; init; }

    public int DataEnd => DataOffset + PackedBytes;
}
