namespace AllianceAgreements.Web.Forms;

/// <summary>What every part of a guided form needs to know of the whole.</summary>
/// <param name="Action">Where the form is sent.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Focus">The path whose first field takes the focus, after a row was added; null otherwise.</param>
public sealed record FormContext(string Action, FormFaults Faults, string? Focus)
{
    /// <summary>The id of the list of the parties' short names.</summary>
    public const string PartyList = "party-names";
}
