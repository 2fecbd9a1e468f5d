namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>What went wrong in an activity or orchestration, as kept in history.</summary>
/// <param name="ErrorType">The full name of the exception's type.</param>
/// <param name="ErrorMessage">The exception's message.</param>
/// <param name="StackTrace">The stack trace, where kept.</param>
public sealed record TaskFailureDetails(string ErrorType, string ErrorMessage, string? StackTrace)
{
    /// <summary>The details of an exception.</summary>
    public static TaskFailureDetails From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(exception.GetType().FullName ?? exception.GetType().Name, exception.Message, exception.StackTrace);
    }
}

/// <summary>Thrown into an orchestration when an activity or sub-orchestration it awaits has failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>The failure of the task named <paramref name="taskName"/>.</summary>
    public TaskFailedException(string taskName, TaskFailureDetails failureDetails)
        : base($"Task '{taskName}' failed: {failureDetails?.ErrorMessage}")
    {
        ArgumentNullException.ThrowIfNull(failureDetails);
        TaskName = taskName;
        FailureDetails = failureDetails;
    }

    /// <summary>The activity or orchestrator that failed.</summary>
    public string TaskName { get; }

    /// <summary>What went wrong in it.</summary>
    public TaskFailureDetails FailureDetails { get; }
}
