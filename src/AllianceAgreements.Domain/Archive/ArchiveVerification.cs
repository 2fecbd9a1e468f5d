using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>What a verification found.</summary>
public abstract record ArchiveVerification
{
    private ArchiveVerification()
    {
    }

    /// <summary>The archive is whole and unchanged.</summary>
    /// <param name="Summary">What it holds.</param>
    public sealed record Intact(ArchiveSummary Summary) : ArchiveVerification;

    /// <summary>The archive is not what it was.</summary>
    /// <param name="Fault">The first thing that is wrong, naming the file or entry.</param>
    public sealed record Faulty(string Fault) : ArchiveVerification;
}

/// <summary>What an intact archive holds.</summary>
public sealed record ArchiveSummary
{
    /// <summary>The agreement.</summary>
    public required AgreementId Agreement { get; init; }

    /// <summary>The reference people use.</summary>
    public required string Reference { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The parties.</summary>
    public required IReadOnlyList<PartyName> Parties { get; init; }

    /// <summary>The executed revision.</summary>
    public required int Revision { get; init; }

    /// <summary>When the last signature was in, UTC.</summary>
    public required DateTimeOffset ExecutedAt { get; init; }

    /// <summary>How many people approved the executed revision.</summary>
    public required int Approvals { get; init; }

    /// <summary>How many signed it.</summary>
    public required int Signatures { get; init; }

    /// <summary>How many files the archive has, all told.</summary>
    public required int Files { get; init; }

    /// <summary>How many entries the record has.</summary>
    public required int Entries { get; init; }

    /// <summary>The fingerprint: SHA-256 of the manifest, lowercase hexadecimal.</summary>
    public required string ManifestSha256 { get; init; }
}
