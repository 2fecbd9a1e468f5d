namespace AllianceAgreements.Domain.Intake;

/// <summary>Why the parties ally; each a text of at most 4000 characters, perhaps of several lines, that becomes a recital.</summary>
public sealed record StrategicRationale
{
    /// <summary>How the alliance positions the parties in their market.</summary>
    public required string MarketPositioning { get; init; }

    /// <summary>How their capabilities complement each other.</summary>
    public required string CapabilityComplementarity { get; init; }

    /// <summary>How the alliance speeds innovation.</summary>
    public required string InnovationAcceleration { get; init; }
}

/// <summary>A SMART objective: specific, measurable, achievable, relevant, time-bound.</summary>
public sealed record Objective
{
    /// <summary>What is to be achieved.</summary>
    public required string Description { get; init; }

    /// <summary>What is measured ("median door-to-balloon time, minutes").</summary>
    public required string Metric { get; init; }

    /// <summary>The value at the start.</summary>
    public required string Baseline { get; init; }

    /// <summary>The value to be reached.</summary>
    public required string Target { get; init; }

    /// <summary>By when; on or after the effective date.</summary>
    public required DateOnly Due { get; init; }
}

/// <summary>A body of work under one lead.</summary>
public sealed record Workstream
{
    /// <summary>Unique among workstreams.</summary>
    public required string Name { get; init; }

    /// <summary>The party that leads it.</summary>
    public required string LeadParty { get; init; }

    /// <summary>What it delivers; 1 to 50.</summary>
    public required IReadOnlyList<string> Deliverables { get; init; }

    /// <summary>What is reached by when; at most 50.</summary>
    public required IReadOnlyList<Milestone> Milestones { get; init; }
}

/// <summary>A point to be reached by a date.</summary>
public sealed record Milestone
{
    /// <summary>Unique within its workstream.</summary>
    public required string Name { get; init; }

    /// <summary>By when; on or after the effective date.</summary>
    public required DateOnly Due { get; init; }
}
