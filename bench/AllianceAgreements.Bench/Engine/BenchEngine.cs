using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Bench.Engine;

/// <summary>An engine with its default options on a folder of its own, and the orchestrations that are measured.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private static readonly OrchestratorName<string, string> Echo = new("Echo");
    private static readonly OrchestratorName<string, string> Approval = new("Approval");
    private static readonly OrchestratorName<string, string> TwoSteps = new("TwoSteps");
    private static readonly ActivityName<string, string> Step = new("Step");

    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;

    private BenchEngine(DirectoryInfo folder, ServiceProvider services) => (_folder, _services) = (folder, services);

    public IOrchestrationClient Client => _services.GetRequiredService<IOrchestrationClient>();

    public static async Task<BenchEngine> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("agreements-bench-");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new OrchestrationCatalog()
                .AddOrchestrator(Echo, () => new EchoOrchestrator())
                .AddOrchestrator(Approval, () => new ApprovalOrchestrator())
                .AddOrchestrator(TwoSteps, () => new TwoStepsOrchestrator())
                .AddActivity(Step, _ => new StepActivity()))
            .AddEmbeddedEngine(options => options.DataFolder = folder.FullName)
            .BuildServiceProvider();
        await services.GetRequiredService<EmbeddedEngine>().StartAsync(CancellationToken.None);
        return new(folder, services);
    }

    /// <summary>Starts an instance that is over at once: one episode.</summary>
    public Task<string> StartEchoAsync() => Client.ScheduleNewOrchestrationInstanceAsync(Echo.Value, "hello");

    /// <summary>Starts an instance that waits for a decision, with a reminder weeks ahead: one episode, and one more when woken.</summary>
    public Task<string> StartApprovalAsync() => Client.ScheduleNewOrchestrationInstanceAsync(Approval.Value, "agreement");

    public Task DecideAsync(string instanceId) => Client.RaiseEventAsync(instanceId, ApprovalOrchestrator.Decision, "yes");

    /// <summary>Starts an instance with two activities: three episodes.</summary>
    public Task<string> StartTwoStepsAsync() => Client.ScheduleNewOrchestrationInstanceAsync(TwoSteps.Value, "agreement");

    public Task EndAsync(string instanceId) => Client.WaitForInstanceCompletionAsync(instanceId);

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<EmbeddedEngine>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class EchoOrchestrator : Orchestrator<string, string>
    {
        public override Task<string> RunAsync(OrchestrationContext context, string input) => Task.FromResult(input);
    }

    private sealed class ApprovalOrchestrator : Orchestrator<string, string>
    {
        public const string Decision = "decision";

        public override async Task<string> RunAsync(OrchestrationContext context, string input)
        {
            using var giveUp = new CancellationTokenSource();
            var decision = context.WaitForExternalEvent<string>(Decision);
            var reminder = context.CreateTimer(TimeSpan.FromDays(21), giveUp.Token);
            await Task.WhenAny(decision, reminder);
            giveUp.Cancel();
            return await decision;
        }
    }

    private sealed class TwoStepsOrchestrator : Orchestrator<string, string>
    {
        public override async Task<string> RunAsync(OrchestrationContext context, string input) =>
            await context.CallActivityAsync(Step, await context.CallActivityAsync(Step, input));
    }

    private sealed class StepActivity : Activity<string, string>
    {
        public override Task<string> RunAsync(string input, CancellationToken cancellationToken) => Task.FromResult(input);
    }
}
