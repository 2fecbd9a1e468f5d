using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Testing.Requests;

/// <summary>What a random request must have; anything where nothing is said.</summary>
public sealed record RequestPlan
{
    /// <summary>Anything that is valid.</summary>
    public static RequestPlan Any { get; } = new();

    /// <summary>The kind of agreement.</summary>
    public AllianceForm? Form { get; init; }

    /// <summary>Who owns what the alliance makes.</summary>
    public ForegroundOwnership? Ownership { get; init; }

    /// <summary>A rule that stands in the decision matrix, among others.</summary>
    public DecisionRuleKind? Rule { get; init; }

    /// <summary>Whether what a request can leave out is all there, or all left out.</summary>
    public bool? HasOptions { get; init; }
}
