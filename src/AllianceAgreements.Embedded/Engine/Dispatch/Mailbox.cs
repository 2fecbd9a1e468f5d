using System.Collections.Concurrent;
using AllianceAgreements.Embedded.Engine.Commands;

namespace AllianceAgreements.Embedded.Engine.Dispatch;

/// <summary>Where commands wait for the engine's thread.</summary>
internal sealed class Mailbox : IDisposable
{
    private readonly BlockingCollection<EngineCommand> _commands = new(new ConcurrentQueue<EngineCommand>());
    private readonly Lock _lock = new();
    private Exception? _closed;

    public bool IsEmpty => _commands.Count == 0;

    /// <summary>Queues a command, or abandons it at once when the engine has stopped.</summary>
    public void Post(EngineCommand command)
    {
        lock (_lock)
        {
            if (_closed is null)
            {
                _commands.Add(command);
                return;
            }
        }

        command.Abandoned(_closed);
    }

    public EngineCommand Take() => _commands.Take();

    /// <summary>Waits in real time, whatever clock the engine is given: it is about sharing a commit, not about due times.</summary>
    public bool TryTake(out EngineCommand command, TimeSpan patience) => _commands.TryTake(out command!, patience);

    /// <summary>Takes no more, and abandons what was not taken.</summary>
    public void Close(Exception reason)
    {
        lock (_lock)
        {
            _closed ??= reason;
        }

        while (_commands.TryTake(out var command))
        {
            command.Abandoned(_closed);
        }
    }

    public void Dispose() => _commands.Dispose();
}
