using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace AllianceAgreements.Azure.Tests.Mail;

/// <summary>A clock that only moves when told to, and tells when somebody waits for it to move.</summary>
internal sealed class TimerClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Completes once one more timer was started.</summary>
    public async Task UntilWaitedForAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _timers.Reader.ReadAsync(patience.Token);
    }
}
