using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Commands;

/// <summary>What a client asks for. It is answered once it is durable.</summary>
internal sealed class ClientCommand<T>(Func<EngineState, DateTime, T> work) : EngineCommand
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _refusal;

    public Task<T> Answer => _answer.Task;

    public override void Apply(EngineState state, DateTime now)
    {
        try
        {
            _result = work(state, now);
        }
        catch (Exception e) when (e is InstanceNotFoundException or InstanceAlreadyExistsException or InstanceNotEndedException)
        {
            // Refusals come before anything is written, so the transaction goes on without this command.
            _refusal = e;
        }
    }

    public override void Committed()
    {
        if (_refusal is null)
        {
            _answer.TrySetResult(_result);
        }
        else
        {
            _answer.TrySetException(_refusal);
        }
    }

    public override void Abandoned(Exception reason) => _answer.TrySetException(reason);
}

/// <summary>An instance must have ended for what was asked.</summary>
internal sealed class InstanceNotEndedException(string instanceId)
    : InvalidOperationException($"The orchestration instance '{instanceId}' has not ended.");
