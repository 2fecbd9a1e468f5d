namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>One host for all tests of a class; each makes agreements of its own.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private WebHost? _host;

    internal WebHost Host => _host ?? throw new InvalidOperationException("The host is not running.");

    public async ValueTask InitializeAsync() => _host = await WebHost.StartAsync();

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
