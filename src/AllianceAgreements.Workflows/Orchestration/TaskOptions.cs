namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>How an activity or sub-orchestration is called.</summary>
public sealed record TaskOptions
{
    /// <summary>Retries on failure; null (the default) fails at the first failure.</summary>
    public RetryPolicy? Retry { get; init; }

    /// <summary>
    /// The child's instance id; sub-orchestrations only. Null (the default) derives one from the parent. When an instance with it is under
    /// way, the embedded engine fails the call, and Durable Functions starts that instance over as the child of this one.
    /// </summary>
    public string? InstanceId { get; init; }
}

/// <summary>Retries with exponential back-off, kept by durable timers so that a restart does not lose them.</summary>
/// <param name="MaxNumberOfAttempts">Attempts in all, the first included; at least 1.</param>
/// <param name="FirstRetryInterval">The wait before the second attempt.</param>
public sealed record RetryPolicy(int MaxNumberOfAttempts, TimeSpan FirstRetryInterval)
{
    /// <summary>Each wait is the one before times this; at least 1. Default 2.</summary>
    public double BackoffCoefficient { get; init; } = 2;

    /// <summary>No wait is longer than this. Default one hour.</summary>
    public TimeSpan MaxRetryInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The wait after failed attempt number <paramref name="attempt"/> (1-based), or null when no attempt is left.</summary>
    public TimeSpan? DelayAfter(int attempt)
    {
        if (attempt >= MaxNumberOfAttempts)
        {
            return null;
        }

        var ticks = FirstRetryInterval.Ticks * Math.Pow(BackoffCoefficient, attempt - 1);
        return ticks >= MaxRetryInterval.Ticks ? MaxRetryInterval : TimeSpan.FromTicks((long)ticks);
    }
}
