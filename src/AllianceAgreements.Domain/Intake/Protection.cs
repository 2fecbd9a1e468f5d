namespace AllianceAgreements.Domain.Intake;

/// <summary>How personal and health data are protected.</summary>
public sealed record DataProtection
{
    /// <summary>Whether protected health information (45 CFR 160.103) is exchanged.</summary>
    public required bool ProtectedHealthInformation { get; init; }

    /// <summary>Business associate terms (45 CFR 164.504(e)); required when protected health information is exchanged, else left out.</summary>
    public BusinessAssociateTerms? BusinessAssociate { get; init; }

    /// <summary>Security measures beyond the law's minimum; at most 50.</summary>
    public required IReadOnlyList<string> Safeguards { get; init; }
}

/// <summary>The terms of a business associate agreement.</summary>
public sealed record BusinessAssociateTerms
{
    /// <summary>Parties that are covered entities; at least one, each once.</summary>
    public required IReadOnlyList<string> CoveredEntities { get; init; }

    /// <summary>Parties that act as business associates; at least one, each once, none of them a covered entity here.</summary>
    public required IReadOnlyList<string> BusinessAssociates { get; init; }

    /// <summary>What the information may be used for; 1 to 50.</summary>
    public required IReadOnlyList<string> PermittedUses { get; init; }

    /// <summary>Days to report a breach, 1 to 60 (45 CFR 164.410(b)).</summary>
    public required int BreachNoticeDays { get; init; }

    /// <summary>What happens to the information at the end.</summary>
    public required DataDisposition AtTermination { get; init; }
}

/// <summary>What happens to data at the end.</summary>
public enum DataDisposition
{
    /// <summary>Given back.</summary>
    Return,

    /// <summary>Destroyed.</summary>
    Destroy,

    /// <summary>Given back or destroyed, as its discloser chooses.</summary>
    ReturnOrDestroy,
}

/// <summary>What is kept confidential and how long.</summary>
public sealed record Confidentiality
{
    /// <summary>Years the duty outlives the agreement, 1 to 20.</summary>
    public required int SurvivalYears { get; init; }

    /// <summary>Kinds of information that are confidential without being marked; at most 50.</summary>
    public required IReadOnlyList<string> AlwaysConfidential { get; init; }

    /// <summary>Whether trade secrets stay protected as long as they are trade secrets.</summary>
    public required bool TradeSecretsIndefinitely { get; init; }
}
