using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Ports;

/// <summary>
/// Remembers how far a look at every record has come, so that one that was cut off is taken up where it was. One for the whole installation;
/// should two looks go on at once, the later of them to save is remembered, which leaves nothing unlooked at.
/// </summary>
public interface ISweepCursor
{
    /// <summary>Where the look that was begun last is to go on; null when it came to its end, or none was ever begun.</summary>
    ValueTask<SweepPlace?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Remembers a place, durably, instead of the one before it.</summary>
    ValueTask SaveAsync(SweepPlace place, CancellationToken cancellationToken);

    /// <summary>Forgets the place, so that the next look begins with the first record. Nothing when there is none.</summary>
    ValueTask ClearAsync(CancellationToken cancellationToken);
}

/// <summary>How far a look at every record has come.</summary>
/// <param name="After">The agreement up to which all are looked at, in the order of their ids.</param>
/// <param name="BegunAt">When the look was begun.</param>
public sealed record SweepPlace(AgreementId After, DateTimeOffset BegunAt);
