using AllianceAgreements.Local.Tests.Commands;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoRun))]

namespace AllianceAgreements.Local.Tests.Commands;

/// <summary>One run of the demo, for the tests that look at what it left.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<Call>> _call;

    public DemoRun() => _call = new(() => Commands.Call.RunAsync("demo", "--data", Data));

    public string Data => _folder.PathOf("data");

    internal Task<Call> Call => _call.Value;

    internal async Task<string> GetArchiveAsync() => (await Call).OutputLines[^1];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_call.IsValueCreated)
        {
            await _call.Value;
        }

        _folder.Dispose();
    }
}
