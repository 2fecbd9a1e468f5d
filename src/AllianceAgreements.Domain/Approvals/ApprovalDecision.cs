namespace AllianceAgreements.Domain.Approvals;

/// <summary>An approver's decision, as it comes from the review page.</summary>
/// <param name="Revision">The round.</param>
/// <param name="Approver">The approver's key.</param>
/// <param name="Choice">What was decided.</param>
/// <param name="DocumentSha256">The draft the approver saw.</param>
/// <param name="TypedName">The name the approver typed, 2 to 200 characters.</param>
/// <param name="Comment">A remark (approve), the changes (request changes) or the reason (decline); at most 10,000 characters.</param>
/// <param name="NetworkAddress">Where it came from, if known.</param>
public sealed record ApprovalDecision(
    int Revision, string Approver, ApprovalChoice Choice, string DocumentSha256, string TypedName, string? Comment, string? NetworkAddress);
