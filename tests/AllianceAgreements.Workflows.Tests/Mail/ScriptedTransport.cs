using System.Collections.Concurrent;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Workflows.Tests.Mail;

/// <summary>A mail service that does as it is told.</summary>
internal sealed class ScriptedTransport : IMailTransport
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task>> _script = [];
    private readonly ConcurrentQueue<Exception> _lost = [];

    public ConcurrentQueue<OutgoingMail> Sent { get; } = [];

    /// <summary>The next mail fails.</summary>
    public void FailNext(Exception exception) => _script.Enqueue(_ => Task.FromException(exception));

    /// <summary>The next mail is taken, and its sender never learns it.</summary>
    public void LoseNextAnswer(Exception exception) => _lost.Enqueue(exception);

    /// <summary>The next mail waits at the gate.</summary>
    public Gate HoldNext()
    {
        var gate = new Gate();
        _script.Enqueue(gate.PassAsync);
        return gate;
    }

    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (_script.TryDequeue(out var step))
        {
            await step(cancellationToken);
        }

        Sent.Enqueue(mail);
        if (_lost.TryDequeue(out var exception))
        {
            throw exception;
        }
    }

    public sealed class Gate
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Open() => _open.SetResult();

        public Task PassAsync(CancellationToken cancellationToken)
        {
            _reached.SetResult();
            return _open.Task.WaitAsync(cancellationToken);
        }
    }
}
