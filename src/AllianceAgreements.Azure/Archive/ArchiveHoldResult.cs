namespace AllianceAgreements.Azure.Archive;

/// <summary>What became of a hold.</summary>
public abstract record ArchiveHoldResult
{
    private ArchiveHoldResult()
    {
    }

    /// <summary>Every file has it, or no file has it any more, and the record says so.</summary>
    /// <param name="Folder">The archive.</param>
    /// <param name="Files">How many files.</param>
    public sealed record Done(string Folder, int Files) : ArchiveHoldResult;

    /// <summary>The agreement is not known or not archived, or the reason or the name is none; nothing is changed.</summary>
    /// <param name="Message">Which, for whoever asked.</param>
    public sealed record Refused(string Message) : ArchiveHoldResult;

    /// <summary>The account has not all of the archive, so that a hold would be on less than the record says; nothing is changed.</summary>
    /// <param name="Folder">The archive.</param>
    /// <param name="File">The first file it lacks.</param>
    public sealed record Missing(string Folder, string File) : ArchiveHoldResult;

    /// <summary>The account or the rights of this process do not allow it, or no longer.</summary>
    /// <param name="Reason">Why, and what to do about it.</param>
    /// <param name="Held">How many files are held now.</param>
    /// <param name="IsRecorded">Whether the record says already what the files are yet to have; repeat it in either case.</param>
    public sealed record NotPossible(string Reason, int Held, bool IsRecorded) : ArchiveHoldResult;

    /// <summary>
    /// It is done, and meanwhile somebody else did the opposite, after which the record says other than was asked for. Files are rather held
    /// without an entry than the other way round.
    /// </summary>
    /// <param name="Folder">The archive.</param>
    public sealed record Overtaken(string Folder) : ArchiveHoldResult;
}
