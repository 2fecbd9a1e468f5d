using System.Diagnostics;
using AllianceAgreements.Embedded.Engine.Commands;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Embedded.Engine.Dispatch;

/// <summary>What the engine's thread works with.</summary>
internal sealed record EngineServices(
    OrchestrationCatalog Catalog,
    IServiceScopeFactory Scopes,
    TimeProvider Clock,
    ILoggerFactory LoggerFactory,
    ICrashPoints CrashPoints);

/// <summary>
/// The engine's one thread. It alone writes: it takes whatever commands are there, applies them in one transaction together
/// with the episodes they set off, commits, and then lets the world know.
/// </summary>
/// <remarks>
/// An episode may run on changes that are not committed yet. That is safe because an episode touches nothing: its own
/// outcome goes into the same transaction or a later one, and activities begin only after the commit.
/// </remarks>
internal sealed class EngineLoop : IDisposable
{
    private readonly EngineState _state;
    private readonly EmbeddedEngineOptions _options;
    private readonly TimeProvider _clock;
    private readonly ICrashPoints _crashPoints;
    private readonly ILogger _logger;
    private readonly Mailbox _mailbox;
    private readonly CompletionSignals _completions;
    private readonly CancellationTokenSource _stopping;
    private readonly EpisodeDispatcher _episodes;
    private readonly ActivityDispatcher _activities;
    private readonly DueTimers _timers;
    private readonly List<EngineCommand> _batch = [];
    private readonly List<string> _ended = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopNow;
    private Exception? _failure;

    public EngineLoop(
        EngineState state,
        EmbeddedEngineOptions options,
        EngineServices services,
        Mailbox mailbox,
        CompletionSignals completions,
        CancellationTokenSource stopping)
    {
        _state = state;
        _options = options;
        _clock = services.Clock;
        _crashPoints = services.CrashPoints;
        _logger = services.LoggerFactory.CreateLogger<EngineLoop>();
        _mailbox = mailbox;
        _completions = completions;
        _stopping = stopping;
        _episodes = new EpisodeDispatcher(
            state, services.Catalog, services.LoggerFactory, options.MaxConcurrentEpisodes, mailbox.Post, Finish);
        _activities = new ActivityDispatcher(
            state,
            services.Catalog,
            services.Scopes,
            services.CrashPoints,
            _logger,
            options.MaxConcurrentActivities,
            mailbox.Post,
            Fail,
            stopping.Token);
        _timers = new DueTimers(state, services.Clock, mailbox.Post);
    }

    /// <summary>Completes when the thread has ended; faulted when the engine failed.</summary>
    public Task Completion => _completion.Task;

    public void Start()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "orchestration engine" };
        _mailbox.Post(Wake.Up);
        thread.Start();
    }

    /// <summary>Begins nothing more, and ends once what runs has ended.</summary>
    public void Stop()
    {
        _stopping.Cancel();
        _mailbox.Post(Wake.Up);
    }

    /// <summary>Ends without waiting for what runs.</summary>
    public void StopNow()
    {
        _stopNow = true;
        Stop();
    }

    public void Dispose() => _timers.Dispose();

    private bool IsDone =>
        _stopNow || (_stopping.IsCancellationRequested && _episodes.Running == 0 && _activities.Running == 0 && _mailbox.IsEmpty);

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private void Run()
    {
        try
        {
            while (!IsDone)
            {
                RunBatch(_mailbox.Take());
                ThrowIfFailed();
            }

            if (_activities.Running > 0)
            {
                _logger.ActivitiesAbandoned(_activities.Running);
            }

            Close(new EngineStoppedException());
            _completion.SetResult();
        }
#pragma warning disable CA1031 // The thread's last stop: whatever happened is logged, told to all who wait, and rethrown to the host.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.EngineFailed(e);
            Close(new EngineStoppedException(e));
            _completion.SetException(e);
        }
    }

    private void RunBatch(EngineCommand first)
    {
        var opened = Stopwatch.GetTimestamp();
        _state.Tables.Begin();
        Apply(first);
        var awaited = 0;
        do
        {
            while (_batch.Count < _options.MaxBatchSize && _mailbox.TryTake(out var command, TimeSpan.Zero))
            {
                awaited -= Apply(command);
            }

            awaited += LookForWork();
        }
        while (awaited > 0 && _batch.Count < _options.MaxBatchSize && Linger(opened, ref awaited));

        _crashPoints.Reached(CrashPoint.BeforeCommit, "");
        _state.Tables.Commit();
        _crashPoints.Reached(CrashPoint.AfterCommit, "");
        Announce();
    }

    /// <summary>Waits for one more command, as long as the transaction may stay open.</summary>
    private bool Linger(long opened, ref int awaited)
    {
        var patience = _options.CommitLinger - Stopwatch.GetElapsedTime(opened);
        if (patience <= TimeSpan.Zero || !_mailbox.TryTake(out var command, patience))
        {
            return false;
        }

        awaited -= Apply(command);
        return true;
    }

    /// <returns>1 when the command ends an episode, else 0.</returns>
    private int Apply(EngineCommand command)
    {
        command.Apply(_state, Now);
        _batch.Add(command);
        return command is FinishEpisode ? 1 : 0;
    }

    private int LookForWork()
    {
        if (_stopping.IsCancellationRequested)
        {
            return 0;
        }

        _timers.Fire(Now);
        return _episodes.Dispatch(Now);
    }

    private void Announce()
    {
        foreach (var command in _batch)
        {
            command.Committed();
        }

        _batch.Clear();
        foreach (var instanceId in _ended)
        {
            _completions.Ended(instanceId);
        }

        _ended.Clear();
        if (!_stopping.IsCancellationRequested)
        {
            _activities.Dispatch();
            _timers.Arm();
        }
    }

    private void Finish(EpisodeLease lease, EpisodeOutcome outcome)
    {
        if (!_state.Episodes.Apply(lease, outcome))
        {
            return;
        }

        _ended.Add(lease.Instance.Id);
        if (outcome.Failure is { } failure)
        {
            _logger.InstanceFailed(lease.Instance.Id, lease.Instance.Name, failure.ErrorType, failure.ErrorMessage);
        }
        else
        {
            _logger.InstanceEnded(lease.Instance.Id, lease.Instance.Name, outcome.Status.ToString());
        }
    }

    private void Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        _mailbox.Post(Wake.Up);
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            throw new InvalidOperationException("The orchestration engine has failed.", _failure);
        }
    }

    private void Close(Exception reason)
    {
        _stopping.Cancel();
        _timers.Dispose();
        _state.Dispose();
        _mailbox.Close(reason);
        foreach (var command in _batch)
        {
            command.Abandoned(reason);
        }

        _completions.Abandon(reason);
    }
}
