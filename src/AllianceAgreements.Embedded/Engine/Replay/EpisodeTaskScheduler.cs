namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>
/// Runs every continuation of one orchestrator on the one thread that runs its episode, in the order they became ready,
/// so that the same history always gives the same steps.
/// </summary>
/// <remarks>
/// A continuation that arrives from another thread comes from a task the context did not make. It is not run: it is
/// reported, because what it would do cannot be replayed.
/// </remarks>
internal sealed class EpisodeTaskScheduler(Action onForeignContinuation) : TaskScheduler
{
    private readonly Queue<Task> _ready = new();
    private volatile int _runningThread = NoThread;

    private const int NoThread = -1;

    public override int MaximumConcurrencyLevel => 1;

    private bool IsCurrentThread => _runningThread == Environment.CurrentManagedThreadId;

    /// <summary>Runs a step, and then everything it made ready.</summary>
    public void Run(Action step)
    {
        _runningThread = Environment.CurrentManagedThreadId;
        try
        {
            var task = new Task(step);
            task.Start(this);
            while (_ready.TryDequeue(out var next))
            {
                TryExecuteTask(next);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            _runningThread = NoThread;
        }
    }

    /// <summary>False, and reported, when the caller is not on the episode's thread.</summary>
    public bool CheckThread()
    {
        if (IsCurrentThread)
        {
            return true;
        }

        onForeignContinuation();
        return false;
    }

    protected override void QueueTask(Task task)
    {
        if (CheckThread())
        {
            _ready.Enqueue(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && IsCurrentThread && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _ready];
}
