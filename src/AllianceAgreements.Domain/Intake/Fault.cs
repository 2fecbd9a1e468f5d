namespace AllianceAgreements.Domain.Intake;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Path">Where, as a JSON path ("$.parties[1].shortName").</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record Fault(string Path, string Message);

/// <summary>What became of a request.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>The request passed.</summary>
    /// <param name="Terms">The validated terms.</param>
    public sealed record Accepted(Terms.AgreementTerms Terms) : IntakeResult;

    /// <summary>The request did not pass; every fault found, in document order.</summary>
    /// <param name="Faults">At least one.</param>
    public sealed record Rejected(IReadOnlyList<Fault> Faults) : IntakeResult;
}
