namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>An activity as an engine sees it, its types erased.</summary>
public interface IActivity
{
    /// <summary>The type of the input, for deserialisation.</summary>
    Type InputType { get; }

    /// <summary>Runs the activity once.</summary>
    Task<object?> RunAsync(object? input, CancellationToken cancellationToken);
}

/// <summary>
/// A step that touches the world. It may run more than once (engines promise at least once), so doing it twice
/// must have the effect of doing it once.
/// </summary>
public abstract class Activity<TInput, TOutput> : IActivity
{
    Type IActivity.InputType => typeof(TInput);

    async Task<object?> IActivity.RunAsync(object? input, CancellationToken cancellationToken) =>
        await RunAsync((TInput)input!, cancellationToken);

    /// <summary>Does the step. The token is cancelled when the host stops; the engine then runs the activity again after the restart.</summary>
    public abstract Task<TOutput> RunAsync(TInput input, CancellationToken cancellationToken);
}
