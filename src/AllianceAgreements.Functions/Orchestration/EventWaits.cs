using System.Text.Json;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.DurableTask;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>
/// Brings external events and the waits for them together: both in the order they came, and past waits that were given up. The platform
/// alone would serve the newest wait first, and hand an event to a wait that was cancelled, so that nobody sees it; hence one wait of the
/// platform's for each name, and a queue of ours behind it.
/// </summary>
internal sealed class EventWaits(TaskOrchestrationContext inner)
{
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, JsonElement? Payload)> _unread = [];

    /// <summary>The next event of the name. A wait that is given up by its token takes none.</summary>
    public Task<T> WaitAsync<T>(string name, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var wait = new EventWait<T>();
        var unread = _unread.FindIndex(received => string.Equals(received.Name, name, StringComparison.OrdinalIgnoreCase));
        if (unread >= 0)
        {
            wait.Take(_unread[unread].Payload);
            _unread.RemoveAt(unread);
            return wait.Task;
        }

        if (!_slots.TryGetValue(name, out var slot))
        {
            _slots.Add(name, slot = new Slot(name));
        }

        var node = slot.Waits.AddLast(wait);
        cancellationToken.Register(() =>
        {
            if (node.List is not null)
            {
                slot.Waits.Remove(node);
                wait.TrySetCanceled(cancellationToken);
            }
        });
        if (!slot.Listens)
        {
            _ = ListenAsync(slot);
        }

        return wait.Task;
    }

    /// <summary>Sends what was received and not taken to the instance itself, for its next run. What the platform still holds, it carries over.</summary>
    public void SendUnreadToNextRun()
    {
        foreach (var (name, payload) in _unread)
        {
            inner.SendEvent(inner.InstanceId, name, payload!);
        }
    }

    private async Task ListenAsync(Slot slot)
    {
        slot.Listens = true;
        while (slot.Waits.Count > 0)
        {
            var payload = await inner.WaitForExternalEvent<JsonElement?>(slot.Name);
            if (slot.Waits.First is { } oldest)
            {
                slot.Waits.RemoveFirst();
                oldest.Value.Take(payload);
            }
            else
            {
                _unread.Add((slot.Name, payload));
            }
        }

        slot.Listens = false;
    }

    private interface IEventWait
    {
        void Take(JsonElement? payload);
    }

    private sealed class EventWait<T> : TaskCompletionSource<T>, IEventWait
    {
        public void Take(JsonElement? payload)
        {
            T? value;
            try
            {
                value = payload is { } json ? json.Deserialize<T>(OrchestrationJson.Options) : default;
            }
            catch (JsonException exception)
            {
                SetException(exception);
                return;
            }

            SetResult(value!);
        }
    }

    private sealed class Slot(string name)
    {
        public string Name => name;

        public LinkedList<IEventWait> Waits { get; } = new();

        /// <summary>Whether a wait of the platform's is open for the name.</summary>
        public bool Listens { get; set; }
    }
}
