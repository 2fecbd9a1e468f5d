using Microsoft.DurableTask.Client;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>
/// The platform's client. The host hands it out with each invocation of a function that asks for it, and it stays good as long as the
/// host lives, which is longer than this process does; so the latest one serves everybody in between.
/// </summary>
internal sealed class HostClient
{
    private DurableTaskClient? _current;

    /// <exception cref="InvalidOperationException">No function that was given a client has been invoked yet.</exception>
    public DurableTaskClient Current => Volatile.Read(ref _current)
        ?? throw new InvalidOperationException("The host has handed out no client of Durable Functions yet: it does with the first request or sweep.");

    public void Use(DurableTaskClient client) => Volatile.Write(ref _current, client);
}
