namespace AllianceAgreements.Domain.Record;

/// <summary>A person who is asked to approve or to sign, as fixed when the round opened.</summary>
/// <param name="Key">Names the person within the round ("approver-2-1", "signatory-2"); never personal data.</param>
/// <param name="Party">The short name of the party the person acts for.</param>
/// <param name="Name">Full name.</param>
/// <param name="Title">Office held.</param>
/// <param name="Email">Where mail goes.</param>
public sealed record Participant(string Key, string Party, string Name, string Title, string Email);
