namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>Brings external events and the waits for them together: both in the order they came, whichever came first.</summary>
internal sealed class ExternalEvents
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.OrdinalIgnoreCase);
    private long _arrivals;

    /// <summary>How many waits no event has come for.</summary>
    public int OpenWaits => _slots.Values.Sum(slot => slot.Waits.Count);

    /// <summary>Gives the event to the oldest wait for its name, or keeps it until there is one.</summary>
    public void Raise(HistoryEvent raised)
    {
        var slot = SlotOf(raised.Name!);
        if (slot.Waits.First is { } oldest)
        {
            slot.Waits.RemoveFirst();
            oldest.Value.Complete(raised.Data);
        }
        else
        {
            slot.Unread.Enqueue((_arrivals++, raised));
        }
    }

    /// <param name="name">Of the event.</param>
    /// <param name="mayCancel">Asked when the token is cancelled.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    public Task<T> Wait<T>(string name, Func<bool> mayCancel, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var wait = new OpenTask<T>(name);
        var slot = SlotOf(name);
        if (slot.Unread.TryDequeue(out var unread))
        {
            wait.Complete(unread.Event.Data);
            return wait.Task;
        }

        var node = slot.Waits.AddLast(wait);
        cancellationToken.Register(() =>
        {
            if (mayCancel() && node.List is not null)
            {
                slot.Waits.Remove(node);
                wait.TrySetCanceled(cancellationToken);
            }
        });
        return wait.Task;
    }

    /// <summary>The events nobody has taken, oldest first.</summary>
    public IReadOnlyList<HistoryEvent> Unread() =>
        [.. _slots.Values.SelectMany(slot => slot.Unread).OrderBy(unread => unread.Arrival).Select(unread => unread.Event)];

    private Slot SlotOf(string name)
    {
        if (!_slots.TryGetValue(name, out var slot))
        {
            _slots.Add(name, slot = new Slot());
        }

        return slot;
    }

    private sealed class Slot
    {
        public LinkedList<IOpenTask> Waits { get; } = new();

        public Queue<(long Arrival, HistoryEvent Event)> Unread { get; } = new();
    }
}
