using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Azure.Archive;

/// <summary>What holds an archive.</summary>
/// <param name="Folder">The archive.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Held">How many of them are under legal hold.</param>
/// <param name="Missing">The first file that it is to have and the account has not; null when it is whole.</param>
/// <param name="Recorded">The holds that the record tells of, the oldest first.</param>
public sealed record ArchiveHoldStatus(string Folder, int Files, int Held, string? Missing, IReadOnlyList<LegalHold> Recorded)
{
    /// <summary>Whether the archive is whole and every file of it is held.</summary>
    public bool IsHeld => Missing is null && Held == Files;
}

/// <summary>An agreement whose archive is under legal hold, as its record says.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Status">The holds on record, and how much of the archive is held.</param>
public sealed record HeldAgreement(AgreementId Id, string Reference, ArchiveHoldStatus Status);

/// <summary>The agreements under legal hold.</summary>
/// <param name="Agreements">By their references.</param>
/// <param name="Unreadable">Those whose record, or the list of whose archive, cannot be read.</param>
public sealed record HeldAgreements(IReadOnlyList<HeldAgreement> Agreements, IReadOnlyList<AgreementId> Unreadable);
