using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Web.Forms;

namespace AllianceAgreements.Web.Pages.Legal;

/// <summary>What the page of the guided form shows.</summary>
public sealed record RequestFormModel
{
    /// <summary>The agreement that is revised; null for a new one.</summary>
    public AgreementState? Agreement { get; init; }

    /// <summary>What is typed so far.</summary>
    public required DraftGroup Draft { get; init; }

    /// <summary>The short names of the parties.</summary>
    public required IReadOnlyList<string> PartyNames { get; init; }

    /// <summary>What is wrong.</summary>
    public FormFaults Faults { get; init; } = FormFaults.None;

    /// <summary>The row that was just added; null when none was.</summary>
    public string? Focus { get; init; }

    /// <summary>The terms, when the form was checked and is without fault.</summary>
    public AgreementTerms? Checked { get; init; }

    /// <summary>Names this form, so that sending it twice has the effect of sending it once.</summary>
    public required string Key { get; init; }

    /// <summary>Why the request could not be taken, though it is without fault; null for no reason.</summary>
    public RequestConflict? Conflict { get; init; }

    /// <summary>The revision the form began from; null for a new agreement.</summary>
    public int? BaseRevision { get; init; }

    internal string Action => Agreement is null ? Routes.NewAgreement : Routes.ToRevise(Agreement.Id);

    internal string JsonAddress => Agreement is null ? Routes.NewAgreementFromJson : Routes.ToReviseFromJson(Agreement.Id);

    internal string Title => Agreement is null ? "New agreement" : $"Revise {Agreement.Title}";
}

/// <summary>Why a faultless request could not be taken.</summary>
/// <param name="Message">What happened and what to do.</param>
/// <param name="Address">Where to look; null for nowhere.</param>
public sealed record RequestConflict(string Message, string? Address);
