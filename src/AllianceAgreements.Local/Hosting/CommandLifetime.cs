namespace AllianceAgreements.Local.Hosting;

/// <summary>Leaves signals to the command line, so that one place decides what Ctrl-C means.</summary>
internal sealed class CommandLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
