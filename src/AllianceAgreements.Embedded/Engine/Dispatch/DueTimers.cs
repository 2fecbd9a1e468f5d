using AllianceAgreements.Embedded.Engine.Commands;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;

namespace AllianceAgreements.Embedded.Engine.Dispatch;

/// <summary>Fires stored timers. However many there are, only the next one due is armed in memory.</summary>
internal sealed class DueTimers : IDisposable
{
    private const int MaxAtOnce = 256;

    // The clock may be set, or the machine may sleep, while a timer of the process counts on; so it looks again at least this often.
    private static readonly TimeSpan MaxSleep = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(1);

    private readonly EngineState _state;
    private readonly TimeProvider _clock;
    private readonly Action<EngineCommand> _post;
    private readonly ITimer _timer;
    private DateTime? _next = DateTime.MinValue;

    public DueTimers(EngineState state, TimeProvider clock, Action<EngineCommand> post)
    {
        _state = state;
        _clock = clock;
        _post = post;
        _timer = clock.CreateTimer(_ => post(Wake.Up), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Wakes the instances whose timers are due.</summary>
    public void Fire(DateTime now)
    {
        if (!(_next <= now))
        {
            return;
        }

        foreach (var timer in _state.Tables.Timers.Due(now, MaxAtOnce))
        {
            _state.Tables.Timers.Remove(timer.Id);
            if (_state.Tables.Instances.Find(timer.Instance) is { } instance)
            {
                Wakeup(instance, timer, now);
            }
        }

        _next = _state.Tables.Timers.Next();
    }

    /// <summary>Called after a commit, which may have brought an earlier timer or taken the next one away.</summary>
    public void Arm()
    {
        _next = _state.Tables.Timers.Next();
        if (_next is null)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // A timer of the process counts from when it is armed, so it is armed again if the clock has moved on meanwhile.
        DateTime now;
        do
        {
            now = Now;
            ArmFor(_next.Value - now);
        }
        while (Now - now >= Resolution);
    }

    public void Dispose() => _timer.Dispose();

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private void ArmFor(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
        {
            _post(Wake.Up);
        }
        else
        {
            // Rounded up: a timer of the process has whole milliseconds and must not fire before the stored one is due.
            _timer.Change(wait < MaxSleep ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : MaxSleep, Timeout.InfiniteTimeSpan);
        }
    }

    private void Wakeup(InstanceRow instance, TimerRow timer, DateTime now)
    {
        if (timer.Task is null)
        {
            _state.Tables.Instances.Release(instance.Key);
            if (!instance.IsSuspended)
            {
                _state.Tables.Ready.Add(instance.Key);
            }
        }
        else
        {
            _state.Postbox.Deliver(instance, timer.Run, new()
            {
                Type = HistoryEventType.TimerFired,
                At = now,
                TaskId = timer.Task,
            });
        }
    }
}
