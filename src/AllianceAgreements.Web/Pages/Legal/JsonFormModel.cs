using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Web.Pages.Legal;

/// <summary>What the page shows on which a request is handed in as JSON.</summary>
public sealed record JsonFormModel
{
    /// <summary>The agreement that is revised; null for a new one.</summary>
    public AgreementState? Agreement { get; init; }

    /// <summary>The JSON, as typed or uploaded.</summary>
    public required string Json { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Names this form, so that sending it twice has the effect of sending it once.</summary>
    public required string Key { get; init; }

    /// <summary>Why the request could not be taken, though it is without fault; null for no reason.</summary>
    public RequestConflict? Conflict { get; init; }

    /// <summary>The revision the form began from; null for a new agreement.</summary>
    public int? BaseRevision { get; init; }

    internal string Action => Agreement is null ? Routes.NewAgreementFromJson : Routes.ToReviseFromJson(Agreement.Id);

    internal string GuidedAddress => Agreement is null ? Routes.NewAgreement : Routes.ToRevise(Agreement.Id);

    internal string Title => Agreement is null ? "New agreement from JSON" : $"Revise {Agreement.Title} with JSON";
}
