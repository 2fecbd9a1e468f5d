namespace AllianceAgreements.Domain.Intake;

/// <summary>How the draft is approved.</summary>
public sealed record ApprovalPolicy
{
    /// <summary>Days each round stays open, 1 to 90.</summary>
    public required int DeadlineDays { get; init; }

    /// <summary>Days between reminders, 1 to 30.</summary>
    public required int ReminderDays { get; init; }

    /// <summary>Whose approval makes a party's vote; left out, every approver's.</summary>
    public PartyVote? PartyVote { get; init; }

    /// <summary>
    /// Who decides when, at most 10; every party is in one of them. Left out or empty, approval follows the decision matrix: one stage, in
    /// which all parties decide by every rule that the matrix has.
    /// </summary>
    public IReadOnlyList<ApprovalStage>? Stages { get; init; }
}

/// <summary>How the approved revision is signed.</summary>
public sealed record SigningPolicy
{
    /// <summary>All signatories at once, or one after another.</summary>
    public required SigningOrder Order { get; init; }

    /// <summary>Days to sign, from the first signature request, 1 to 180.</summary>
    public required int DeadlineDays { get; init; }

    /// <summary>Days between reminders, 1 to 30.</summary>
    public required int ReminderDays { get; init; }
}

/// <summary>In which order the parties sign.</summary>
public enum SigningOrder
{
    /// <summary>All at once; each uploads its own counterpart.</summary>
    Parallel,

    /// <summary>One after another, partners in the order of the request and the lead last; each adds to the copy before.</summary>
    Sequential,
}
