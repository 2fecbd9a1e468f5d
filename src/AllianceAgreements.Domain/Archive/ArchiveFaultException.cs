namespace AllianceAgreements.Domain.Archive;

/// <summary>Carries the first fault out of a verification; never leaves <see cref="ArchiveVerifier"/>.</summary>
internal sealed class ArchiveFaultException(string message) : Exception(message);
