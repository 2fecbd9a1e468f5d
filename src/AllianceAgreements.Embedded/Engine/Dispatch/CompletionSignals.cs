namespace AllianceAgreements.Embedded.Engine.Dispatch;

/// <summary>Tells those who wait for an instance that it has ended. Holds only those who wait.</summary>
internal sealed class CompletionSignals
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<TaskCompletionSource>> _waiting = new(StringComparer.Ordinal);

    /// <summary>How many instances are waited for.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Completes when the instance ends after this call.</summary>
    public async Task NextEndAsync(string instanceId, Func<bool> hasEnded, CancellationToken cancellationToken)
    {
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(instanceId, signal);
        try
        {
            // Asked after the signal is in place, so that an end in between is not missed.
            if (!hasEnded())
            {
                await signal.Task.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            Remove(instanceId, signal);
        }
    }

    public void Ended(string instanceId)
    {
        foreach (var signal in Take(instanceId))
        {
            signal.TrySetResult();
        }
    }

    public void Abandon(Exception reason)
    {
        List<TaskCompletionSource> all;
        lock (_lock)
        {
            all = [.. _waiting.Values.SelectMany(signals => signals)];
            _waiting.Clear();
        }

        foreach (var signal in all)
        {
            signal.TrySetException(reason);
        }
    }

    private void Add(string instanceId, TaskCompletionSource signal)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(instanceId, out var signals))
            {
                _waiting.Add(instanceId, signals = []);
            }

            signals.Add(signal);
        }
    }

    private void Remove(string instanceId, TaskCompletionSource signal)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(instanceId, out var signals) && signals.Remove(signal) && signals.Count == 0)
            {
                _waiting.Remove(instanceId);
            }
        }
    }

    private List<TaskCompletionSource> Take(string instanceId)
    {
        lock (_lock)
        {
            return _waiting.Remove(instanceId, out var signals) ? signals : [];
        }
    }
}
