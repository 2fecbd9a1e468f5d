using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Which agreements to list; every criterion given must hold.</summary>
public sealed record AgreementQuery
{
    /// <summary>The most rows of a page.</summary>
    public const int MaximumTop = 200;

    /// <summary>The most characters of <see cref="Text"/> and of <see cref="Party"/>.</summary>
    public const int MaximumText = 200;

    /// <summary>Only this status.</summary>
    public AgreementStatus? Status { get; init; }

    /// <summary>Only this form.</summary>
    public AllianceForm? Form { get; init; }

    /// <summary>Only those whose reference, title or a party's short name contains this, ignoring case (of ASCII letters at least). At most 200 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Only those with a party of this short name, ignoring case (of ASCII letters at least). At most 200 characters.</summary>
    public string? Party { get; init; }

    /// <summary>Only those with <see cref="AgreementSummary.NextDue"/> before this. Costs what is due, however many agreements there are.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Rows a page, 1 to 200. Default 50.</summary>
    public int Top { get; init; } = 50;

    /// <summary>Where to go on, from the page before.</summary>
    public string? Continuation { get; init; }

    /// <summary>What the pages are in order of.</summary>
    public IndexOrder Order => DueBefore is null ? IndexOrder.Started : IndexOrder.Due;
}

/// <summary>One page of agreements.</summary>
/// <param name="Items">The agreements.</param>
/// <param name="Continuation">For the next page; null on the last.</param>
public sealed record AgreementPage(IReadOnlyList<AgreementSummary> Items, string? Continuation);
