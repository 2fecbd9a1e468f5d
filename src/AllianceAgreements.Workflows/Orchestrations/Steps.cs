using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Orchestrations;

/// <summary>A step of an agreement.</summary>
internal interface IAgreementStep
{
    /// <summary>The agreement it concerns.</summary>
    AgreementId Agreement { get; }
}

/// <summary>The agreement a step concerns; all an orchestration carries, for everything else is in the record.</summary>
public sealed record AgreementStep(AgreementId Agreement) : IAgreementStep;

/// <summary>The revision a step concerns.</summary>
public sealed record RevisionStep(AgreementId Agreement, int Revision) : IAgreementStep;

/// <summary>A mail to one person of a round.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Revision">The round.</param>
/// <param name="Person">The person's key in it.</param>
public sealed record MailStep(AgreementId Agreement, int Revision, string Person) : IAgreementStep;

/// <summary>Whether there is a revision to work on.</summary>
/// <param name="Revision">Its number; null when there is none yet.</param>
/// <param name="Ended">True when there will be none, for the agreement has ended.</param>
public sealed record RevisionAnswer(int? Revision, bool Ended);

/// <summary>Where a round of approval stands.</summary>
/// <param name="Outcome">How it ended; null while open.</param>
/// <param name="MailDue">Keys of those to be mailed now.</param>
/// <param name="NextDue">When to look again, UTC; null once ended.</param>
public sealed record ApprovalProgress(ApprovalOutcome? Outcome, IReadOnlyList<string> MailDue, DateTime? NextDue);

/// <summary>Where signing stands.</summary>
/// <param name="Executed">Whether every signature is in, or null while open.</param>
/// <param name="Revision">The revision being signed; 0 when signing never opened.</param>
/// <param name="MailDue">Keys of those to be mailed now.</param>
/// <param name="NextDue">When to look again, UTC; null once ended.</param>
public sealed record SigningProgress(bool? Executed, int Revision, IReadOnlyList<string> MailDue, DateTime? NextDue);
