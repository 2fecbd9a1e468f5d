namespace AllianceAgreements.Azure.Archive;

/// <summary>
/// How long the service itself keeps each file of an archive from being changed or deleted, by whomever. It takes a container with
/// version-level immutability; where there is none, archives are written all the same, and a warning says so.
/// </summary>
public sealed class ArchiveRetentionOptions
{
    /// <summary>The configuration section these are read from.</summary>
    public const string Section = "Archive:Retention";

    /// <summary>The longest time the service takes, in days: 400 years.</summary>
    internal const int MaximumDays = 146_000;

    /// <summary>
    /// For how many days from the time of writing: 1 to 146,000. Default: none are set here, and only what the container prescribes holds.
    /// </summary>
    public int? Days { get; set; }

    /// <summary>
    /// Whether the period is locked. Default: no, so that somebody with the right to can still shorten or lift it. A locked period
    /// can never be shortened or lifted, by nobody, and neither the container nor the account can be deleted before it ends: irreversible.
    /// </summary>
    public bool Lock { get; set; }

    /// <summary>Whether each file is put under a legal hold too, until <see cref="ArchiveHolds.LiftAsync"/> lifts it. Default: no.</summary>
    public bool LegalHold { get; set; }
}
