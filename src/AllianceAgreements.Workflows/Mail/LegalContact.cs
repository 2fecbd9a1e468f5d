namespace AllianceAgreements.Workflows.Mail;

/// <summary>Where the legal team is told of what needs it.</summary>
/// <param name="Name">How the mail addresses it.</param>
/// <param name="Address">Its address.</param>
public sealed record LegalContact(string Name, string Address);
