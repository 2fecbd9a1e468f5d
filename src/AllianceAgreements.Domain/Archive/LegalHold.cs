using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>The archive was put under legal hold: until it is lifted, the store lets nobody change or delete a file of it.</summary>
/// <param name="Reason">Why, in somebody's words: the matter it is held for.</param>
public sealed record LegalHoldPut(string Reason) : AgreementEvent;

/// <summary>Every legal hold on the archive was lifted.</summary>
/// <param name="Reason">Why, in somebody's words.</param>
public sealed record LegalHoldLifted(string Reason) : AgreementEvent;

/// <summary>A legal hold that is on, as the record tells it.</summary>
/// <param name="Reason">See <see cref="LegalHoldPut.Reason"/>.</param>
/// <param name="By">Who put it.</param>
/// <param name="Since">Since when.</param>
public sealed record LegalHold(string Reason, string By, DateTimeOffset Since);
