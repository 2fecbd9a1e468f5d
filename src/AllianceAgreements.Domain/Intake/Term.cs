namespace AllianceAgreements.Domain.Intake;

/// <summary>How long the agreement runs.</summary>
public sealed record Term
{
    /// <summary>The first day, from 2000-01-01 to 2099-12-31.</summary>
    public required DateOnly EffectiveDate { get; init; }

    /// <summary>Length of the initial term in months, 1 to 600.</summary>
    public required int InitialMonths { get; init; }

    /// <summary>What happens at its end.</summary>
    public required RenewalKind Renewal { get; init; }

    /// <summary>Length of a renewal term in months, 1 to 120; left out with <see cref="RenewalKind.None"/> only.</summary>
    public int? RenewalMonths { get; init; }

    /// <summary>Days of notice against (automatic) or for (by agreement) a renewal, 1 to 365; left out with <see cref="RenewalKind.None"/> only.</summary>
    public int? RenewalNoticeDays { get; init; }

    /// <summary>Months between structural reviews, 12 to 18.</summary>
    public required int StructuralReviewMonths { get; init; }
}

/// <summary>What happens at the end of a term.</summary>
public enum RenewalKind
{
    /// <summary>The agreement ends.</summary>
    None,

    /// <summary>It renews unless a party gives notice.</summary>
    Automatic,

    /// <summary>It renews if the parties agree.</summary>
    ByAgreement,
}

/// <summary>Which law governs, and where disputes are heard.</summary>
public sealed record GoverningLaw
{
    /// <summary>The law ("State of Delaware").</summary>
    public required string Law { get; init; }

    /// <summary>Courts or arbitration.</summary>
    public required DisputeForum Forum { get; init; }

    /// <summary>The seat of the courts or the arbitration ("Wilmington, Delaware").</summary>
    public required string Seat { get; init; }

    /// <summary>The rules ("Commercial Arbitration Rules of the American Arbitration Association"); with <see cref="DisputeForum.Arbitration"/> only.</summary>
    public string? ArbitrationRules { get; init; }
}

/// <summary>Where disputes are heard.</summary>
public enum DisputeForum
{
    /// <summary>State courts.</summary>
    Courts,

    /// <summary>An arbitral tribunal.</summary>
    Arbitration,
}
