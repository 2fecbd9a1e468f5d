using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.Storage;

namespace AllianceAgreements.Embedded.Engine.State;

/// <summary>What an instance takes in of its inbox at once.</summary>
/// <remarks>
/// What administrators ask for goes first: an instance that is suspended, or told to end, takes in nothing else, however
/// much was there before.
/// </remarks>
internal sealed record Intake
{
    /// <summary>The messages that leave the inbox, void ones included.</summary>
    public required IReadOnlyList<InboxMessage> Taken { get; init; }

    /// <summary>Those among them that concern this run, in order.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>The spans they were sent in, as far as anybody traced.</summary>
    public required IReadOnlyList<string> TraceParents { get; init; }

    /// <summary>The newest message there was; later ones have not been considered.</summary>
    public required long LastSeen { get; init; }

    /// <summary>Whether the instance is suspended from now on.</summary>
    public required bool Suspended { get; init; }

    /// <summary>What ends the instance without a word from its code.</summary>
    public HistoryEvent? End { get; init; }

    /// <summary>Whether the code is to run.</summary>
    public required bool RunsCode { get; init; }

    public static bool IsControl(HistoryEventType type) => type is
        HistoryEventType.ExecutionSuspended
        or HistoryEventType.ExecutionResumed
        or HistoryEventType.ExecutionTerminated
        or HistoryEventType.ExecutionFailed;

    public static Intake Select(InstanceRow instance, IReadOnlyList<InboxMessage> inbox, DateTime now)
    {
        var current = inbox.Where(message => message.Run is null || message.Run == instance.Run).ToList();
        var control = current.Where(message => IsControl(message.Event.Type)).ToList();
        var end = control.Find(message => message.Event.Type is
            HistoryEventType.ExecutionTerminated or HistoryEventType.ExecutionFailed);
        var suspended = control.Aggregate(
            instance.IsSuspended,
            (was, message) => message.Event.Type switch
            {
                HistoryEventType.ExecutionSuspended => true,
                HistoryEventType.ExecutionResumed => false,
                _ => was,
            });

        var runsCode = end is null && !suspended && !instance.IsHeld(now);
        IReadOnlyList<InboxMessage> taken = runsCode ? inbox : control;
        return new()
        {
            Taken = taken,
            Events = [.. (runsCode ? current : control).Select(message => message.Event)],
            TraceParents = [.. current.Select(message => message.TraceParent).OfType<string>()],
            LastSeen = inbox.Count == 0 ? 0 : inbox[^1].Id,
            Suspended = suspended,
            End = end?.Event,
            RunsCode = runsCode,
        };
    }
}
