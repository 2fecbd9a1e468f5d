using System.Text.Json;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>A task the code has made and whose completion has not been replayed or received yet.</summary>
internal interface IOpenTask
{
    void Complete(string? json);

    void Fail(TaskFailureDetails details);
}

internal sealed class OpenTask<T>(string name) : TaskCompletionSource<T>, IOpenTask
{
    public void Complete(string? json)
    {
        try
        {
            TrySetResult(OrchestrationJson.Deserialize<T>(json)!);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            TrySetException(new InvalidOperationException(
                $"The result of '{name}' cannot be read as {typeof(T)}: {e.Message}", e));
        }
    }

    public void Fail(TaskFailureDetails details) => TrySetException(new TaskFailedException(name, details));
}
