using System.Globalization;
using System.Text.Json;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Web.Components;

/// <summary>What the pages call things.</summary>
internal static class Wording
{
    public static string Of(AgreementStatus status) => status switch
    {
        AgreementStatus.Drafting => "Drafting",
        AgreementStatus.DraftingFailed => "Could not be drafted",
        AgreementStatus.InApproval => "In approval",
        AgreementStatus.ChangesRequested => "Changes requested",
        AgreementStatus.Signing => "Out for signature",
        AgreementStatus.Executed => "Signed, being archived",
        AgreementStatus.Archived => "Signed and archived",
        AgreementStatus.Declined => "Declined",
        AgreementStatus.Withdrawn => "Withdrawn",
        AgreementStatus.Expired => "Expired",
        _ => status.ToString(),
    };

    public static string ToneOf(AgreementStatus status) => status switch
    {
        AgreementStatus.Executed or AgreementStatus.Archived => "done",
        AgreementStatus.ChangesRequested or AgreementStatus.DraftingFailed => "attention",
        AgreementStatus.Declined or AgreementStatus.Expired => "ended",
        AgreementStatus.Withdrawn => "quiet",
        _ => "active",
    };

    public static string ToneOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed => "done",
        OrchestrationRuntimeStatus.Failed => "ended",
        OrchestrationRuntimeStatus.Suspended => "attention",
        OrchestrationRuntimeStatus.Terminated => "quiet",
        _ => "active",
    };

    public static string Of(AllianceForm form) => form switch
    {
        AllianceForm.NonEquityAlliance => "Non-equity alliance",
        AllianceForm.EquityAlliance => "Equity alliance",
        AllianceForm.JointVenture => "Joint venture",
        AllianceForm.CoDevelopmentConsortium => "Co-development consortium",
        AllianceForm.SupplyChainPartnership => "Supply chain partnership",
        _ => form.ToString(),
    };

    public static string Of(CoverageStatus status) => status switch
    {
        CoverageStatus.Addressed => "Addressed",
        CoverageStatus.LeftOut => "Left out",
        _ => "Not known",
    };

    public static string Of(WaitingPurpose purpose) => purpose switch
    {
        WaitingPurpose.Approval => "to approve",
        WaitingPurpose.Signature => "to sign",
        WaitingPurpose.Revision => "to revise or withdraw",
        _ => purpose.ToString(),
    };

    public static string Of(ApprovalChoice choice) => choice switch
    {
        ApprovalChoice.Approve => "approved",
        ApprovalChoice.RequestChanges => "requested changes",
        ApprovalChoice.Decline => "declined",
        _ => choice.ToString(),
    };

    /// <summary>A moment, in UTC; says so wherever it shows a time of day.</summary>
    public static string Of(DateTimeOffset at, bool dateOnly = false) =>
        at.UtcDateTime.ToString(dateOnly ? "d MMMM yyyy" : "d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"one, two and three".</summary>
    public static string Of(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };

    /// <summary>What an orchestration says of itself, which is most often one text: as the text alone.</summary>
    public static string OfCustomStatus(string? json) => json switch
    {
        null => "–",
        ['"', .., '"'] => JsonSerializer.Deserialize<string>(json)!,
        _ => json,
    };

    /// <summary>A size as people read it.</summary>
    public static string OfBytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} bytes",
        < 1_000_000 => $"{bytes / 1000d:0} kB",
        _ => $"{bytes / 1_000_000d:0.0} MB",
    };
}
