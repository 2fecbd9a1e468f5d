namespace AllianceAgreements.Domain.Intake;

/// <summary>One row of the resource ledger: what a party puts in.</summary>
public sealed record ResourceContribution
{
    /// <summary>The party that contributes.</summary>
    public required string Party { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>Its agreed value.</summary>
    public required Money Value { get; init; }

    /// <summary>First day it is provided.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day it is provided; not before <see cref="From"/>.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>Kinds of contribution.</summary>
public enum ResourceKind
{
    /// <summary>Money.</summary>
    Cash,

    /// <summary>People's time.</summary>
    Personnel,

    /// <summary>Rooms and buildings.</summary>
    Facilities,

    /// <summary>Devices and machines.</summary>
    Equipment,

    /// <summary>Data sets.</summary>
    Data,

    /// <summary>Software, licences and other intellectual property.</summary>
    Technology,

    /// <summary>Services.</summary>
    Services,
}

/// <summary>An amount of money.</summary>
public sealed record Money
{
    /// <summary>0 or more, at most 10^12, with no more decimals than the currency has.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 alphabetic code ("USD").</summary>
    public required string Currency { get; init; }
}
