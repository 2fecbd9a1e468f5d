namespace AllianceAgreements.Domain.Record;

/// <summary>What a rule answers to a command: events to append, nothing to do, or a refusal.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command holds; these events follow from it.</summary>
    /// <param name="Events">At least one.</param>
    public sealed record Accepted(IReadOnlyList<AgreementEvent> Events) : Decision;

    /// <summary>The command was carried out before: a double click, a replay, a second delivery.</summary>
    public sealed record NothingToDo : Decision;

    /// <summary>The command does not hold.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Message">For the person who gave it.</param>
    public sealed record Refused(RefusalReason Reason, string Message) : Decision;

    /// <summary>Shorthand for <see cref="Accepted"/>.</summary>
    public static Decision Accept(params IReadOnlyList<AgreementEvent> events) => new Accepted(events);

    /// <summary>Shorthand for <see cref="NothingToDo"/>.</summary>
    public static Decision Nothing { get; } = new NothingToDo();

    /// <summary>Shorthand for <see cref="Refused"/>.</summary>
    public static Decision Refuse(RefusalReason reason, string message) => new Refused(reason, message);
}

/// <summary>Why a command does not hold.</summary>
public enum RefusalReason
{
    /// <summary>There is no such agreement, person or document.</summary>
    NotFound,

    /// <summary>The agreement has moved on; the command came too late or too early.</summary>
    WrongState,

    /// <summary>The command itself is faulty; mend it and try again.</summary>
    Invalid,
}
