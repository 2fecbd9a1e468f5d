namespace AllianceAgreements.Documents.Packages;

/// <summary>How large a package may be before it is refused. The sizes a package claims are checked first and then held to while it expands.</summary>
internal sealed record PackageLimits
{
    /// <summary>Limits with room for any agreement: a draft of 300 pages is about 1 MiB packed and 10 MiB expanded.</summary>
    public static PackageLimits Default { get; } = new();

    /// <summary>Bytes of the package itself.</summary>
    public int MaximumBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Entries in the package.</summary>
    public int MaximumEntries { get; init; } = 2_000;

    /// <summary>Bytes of all parts together, expanded.</summary>
    public int MaximumExpandedBytes { get; init; } = 192 * 1024 * 1024;

    /// <summary>Bytes of one part, expanded.</summary>
    public int MaximumPartBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Expanded bytes for each packed byte of a part; only parts over <see cref="RatioAppliesAboveBytes"/> are held to it.</summary>
    public int MaximumRatio { get; init; } = 200;

    /// <summary>Below this expanded size the ratio says nothing: an empty table repeats itself, too.</summary>
    public int RatioAppliesAboveBytes { get; init; } = 1024 * 1024;

    /// <summary>Elements within elements in an XML part, so that readers that recurse cannot run out of stack.</summary>
    public int MaximumXmlDepth { get; init; } = 256;
}
