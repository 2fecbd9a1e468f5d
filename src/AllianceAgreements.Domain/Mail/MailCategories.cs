using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Mail;

/// <summary>The kinds of mail there are; see <see cref="Ports.OutgoingMail.Category"/>. They are stored in records: never change one.</summary>
public static class MailCategories
{
    /// <summary>Asks an approver to review a revision.</summary>
    public const string ApprovalRequest = "approval-request";

    /// <summary>Reminds an approver.</summary>
    public const string ApprovalReminder = "approval-reminder";

    /// <summary>Asks a signatory to sign.</summary>
    public const string SignatureRequest = "signature-request";

    /// <summary>Reminds a signatory.</summary>
    public const string SignatureReminder = "signature-reminder";

    /// <summary>Tells legal that a mail did not arrive.</summary>
    public const string DeliveryAlert = "delivery-alert";

    /// <summary>Tells how an agreement ended, such as <c>agreement-archived</c>.</summary>
    public static string Conclusion(AgreementStatus status) => $"agreement-{status.ToString().ToLowerInvariant()}";
}
