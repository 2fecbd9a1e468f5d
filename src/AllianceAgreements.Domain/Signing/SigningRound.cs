using System.Collections.Immutable;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Signing;

/// <summary>The collection of signatures, as the record tells it.</summary>
public sealed record SigningRound
{
    /// <summary>The approved revision.</summary>
    public required int Revision { get; init; }

    /// <summary>The exact draft to sign.</summary>
    public required string DocumentSha256 { get; init; }

    /// <summary>Who signs, in order.</summary>
    public required ImmutableList<SignatoryState> Signatories { get; init; }

    /// <summary>All at once, or one after another.</summary>
    public required SigningOrder Order { get; init; }

    /// <summary>When it opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it expires.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Time between reminders.</summary>
    public required TimeSpan ReminderEvery { get; init; }

    /// <summary>The signatories whose turn it is.</summary>
    public IEnumerable<SignatoryState> Turn
    {
        get
        {
            var open = Signatories.Where(signatory => signatory.SignedAt is null);
            return Order == SigningOrder.Sequential ? open.Take(1) : open;
        }
    }

    /// <summary>True when every signature is in.</summary>
    public bool IsComplete => Signatories.TrueForAll(signatory => signatory.SignedAt is not null);

    /// <summary>A signatory by key; null when there is none.</summary>
    public SignatoryState? Find(string key) => Signatories.Find(signatory => signatory.Person.Key == key);

    /// <summary>
    /// The copy a signatory adds a signature to: in sequence, the one signed before; otherwise, or for the first, null, which means the approved draft.
    /// </summary>
    public DocumentReference? CopyFor(string key)
    {
        if (Order == SigningOrder.Parallel)
        {
            return null;
        }

        var index = Signatories.FindIndex(signatory => signatory.Person.Key == key);
        return index > 0 ? Signatories[index - 1].Copy : null;
    }

    internal static SigningRound Open(SigningOpened opened, DateTimeOffset at) => new()
    {
        Revision = opened.Revision,
        DocumentSha256 = opened.DocumentSha256,
        Signatories = [.. opened.Signatories.Select(person => new SignatoryState { Person = person })],
        Order = opened.Order,
        OpenedAt = at,
        Deadline = opened.Deadline,
        ReminderEvery = ReminderSchedule.ReadInterval(opened.ReminderDays),
    };

    internal SigningRound With(string key, Func<SignatoryState, SignatoryState> change) => Find(key) is { } signatory
        ? this with { Signatories = Signatories.Replace(signatory, change(signatory)) }
        : throw new InvalidDataException($"The record names signatory '{key}', who was never asked.");
}

/// <summary>A signatory.</summary>
public sealed record SignatoryState
{
    /// <summary>Who.</summary>
    public required Participant Person { get; init; }

    /// <summary>When the request was sent, if it was.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Reminders sent.</summary>
    public int Reminders { get; init; }

    /// <summary>When the last reminder was sent, if any was.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When the signed copy came in, once it did.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>The signed copy, once in.</summary>
    public DocumentReference? Copy { get; init; }
}
