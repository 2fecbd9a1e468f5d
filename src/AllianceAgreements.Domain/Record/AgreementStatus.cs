namespace AllianceAgreements.Domain.Record;

/// <summary>Where an agreement stands.</summary>
public enum AgreementStatus
{
    /// <summary>The draft of the newest revision is being made.</summary>
    Drafting,

    /// <summary>The newest revision could not be drafted; legal revises or withdraws.</summary>
    DraftingFailed,

    /// <summary>A round of approval is open.</summary>
    InApproval,

    /// <summary>An approver asked for changes; legal revises or withdraws.</summary>
    ChangesRequested,

    /// <summary>Everyone approved; signatures are being collected.</summary>
    Signing,

    /// <summary>Every signature is in; the archive is being written.</summary>
    Executed,

    /// <summary>Archived. The end.</summary>
    Archived,

    /// <summary>An approver declined. The end.</summary>
    Declined,

    /// <summary>Legal withdrew it. The end.</summary>
    Withdrawn,

    /// <summary>A deadline passed. The end.</summary>
    Expired,
}

/// <summary>Questions about a status.</summary>
public static class AgreementStatusExtensions
{
    /// <summary>True when nothing further will be decided; notices of the end may still be on their way.</summary>
    public static bool IsFinal(this AgreementStatus status) => status is
        AgreementStatus.Archived or AgreementStatus.Declined or AgreementStatus.Withdrawn or AgreementStatus.Expired;
}
