namespace AllianceAgreements.Domain.Intake;

/// <summary>Something that ends the agreement early.</summary>
public sealed record TerminationTrigger
{
    /// <summary>What kind of event.</summary>
    public required TerminationTriggerKind Kind { get; init; }

    /// <summary>When exactly it has happened; may have several lines.</summary>
    public required string Criterion { get; init; }

    /// <summary>Days to cure it, 0 to 365; 0 means that it cannot be cured.</summary>
    public required int CureDays { get; init; }

    /// <summary>Days of notice, 0 to 730.</summary>
    public required int NoticeDays { get; init; }
}

/// <summary>Kinds of termination trigger.</summary>
public enum TerminationTriggerKind
{
    /// <summary>A milestone is missed.</summary>
    MissedMilestone,

    /// <summary>A law or regulator forbids the alliance.</summary>
    RegulatoryProhibition,

    /// <summary>A party breaches a material term.</summary>
    MaterialBreach,

    /// <summary>A party becomes insolvent.</summary>
    Insolvency,

    /// <summary>Control of a party changes.</summary>
    ChangeOfControl,

    /// <summary>A party is excluded from a federal health care programme (42 U.S.C. 1320a-7).</summary>
    ProgrammeExclusion,

    /// <summary>The parties agree.</summary>
    MutualAgreement,

    /// <summary>A party no longer wants it.</summary>
    Convenience,
}

/// <summary>How a kind of asset or data moves at the end.</summary>
public sealed record TransferProtocol
{
    /// <summary>Assets or data.</summary>
    public required TransferKind Kind { get; init; }

    /// <summary>What moves.</summary>
    public required string Subject { get; init; }

    /// <summary>The party it moves from.</summary>
    public required string From { get; init; }

    /// <summary>The party it moves to; not <see cref="From"/>.</summary>
    public required string To { get; init; }

    /// <summary>How it moves ("encrypted export in HL7 FHIR R4").</summary>
    public required string Method { get; init; }

    /// <summary>Days after the end by which it has moved, 1 to 730.</summary>
    public required int Days { get; init; }
}

/// <summary>Assets or data.</summary>
public enum TransferKind
{
    /// <summary>Equipment, contracts, records on paper.</summary>
    Asset,

    /// <summary>Data.</summary>
    Data,
}

/// <summary>A service that goes on after the end.</summary>
public sealed record TransitionService
{
    /// <summary>What is done.</summary>
    public required string Service { get; init; }

    /// <summary>The party that does it.</summary>
    public required string Provider { get; init; }

    /// <summary>The party it is done for; not the provider.</summary>
    public required string Recipient { get; init; }

    /// <summary>For how many months, 1 to 36.</summary>
    public required int Months { get; init; }

    /// <summary>How it is paid.</summary>
    public required FeeBasis FeeBasis { get; init; }

    /// <summary>The fee a month; with <see cref="FeeBasis.FixedMonthly"/> only.</summary>
    public Money? MonthlyFee { get; init; }

    /// <summary>Percent on top of cost, 0 to 100, at most two decimals; with <see cref="FeeBasis.CostPlus"/> only.</summary>
    public decimal? MarkupPercent { get; init; }

    /// <summary>How well it is done ("99.5 % availability a month").</summary>
    public required string ServiceLevel { get; init; }
}

/// <summary>How a transition service is paid.</summary>
public enum FeeBasis
{
    /// <summary>A fixed monthly fee.</summary>
    FixedMonthly,

    /// <summary>The provider's cost, nothing on top.</summary>
    Cost,

    /// <summary>The provider's cost and a markup.</summary>
    CostPlus,

    /// <summary>No fee.</summary>
    NoCharge,
}

/// <summary>Who tells whom about the end.</summary>
public sealed record ExitCommunicationPlan
{
    /// <summary>The party that speaks for all.</summary>
    public required string Spokesperson { get; init; }

    /// <summary>Business days to prepare a joint statement, 1 to 60.</summary>
    public required int JointStatementDays { get; init; }

    /// <summary>Who is told, by whom, how and when; 1 to 50.</summary>
    public required IReadOnlyList<ExitAudience> Audiences { get; init; }
}

/// <summary>People who are told about the end.</summary>
public sealed record ExitAudience
{
    /// <summary>Who is told ("Patients in active treatment").</summary>
    public required string Audience { get; init; }

    /// <summary>The party that tells them.</summary>
    public required string ResponsibleParty { get; init; }

    /// <summary>How they are told.</summary>
    public required string Channel { get; init; }

    /// <summary>Days after notice by which they are told, 0 to 180.</summary>
    public required int Days { get; init; }
}
