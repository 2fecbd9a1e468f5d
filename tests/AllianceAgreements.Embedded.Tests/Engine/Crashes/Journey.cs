using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Tests.Engine.Crashes;

/// <summary>A small agreement's life, with every kind of step an orchestration has.</summary>
internal static class Journey
{
    public const string Name = "Journey";
    public const string Signing = "Signing";
    public const string Effect = "Effect";
    public const string Decision = "decision";

    /// <summary>The key of every effect, each of which must be there once.</summary>
    public static readonly string[] Keys = ["draft", "mail-a", "mail-b", "signature", "archive", "closing"];

    public const string Outcome = "draft, mail-a+mail-b, yes, signature, archive, closing";

    /// <param name="effect">Has the effect of its key; may be called more than once.</param>
    /// <param name="pause">How long the signing waits.</param>
    public static OrchestrationCatalog Catalog(Func<string, string> effect, TimeSpan pause) => new OrchestrationCatalog()
        .Orchestrator<string?, string>(Name, RunAsync)
        .Orchestrator<string?, string>(Signing, async (context, _) =>
        {
            await context.CreateTimer(pause, CancellationToken.None);
            return await context.CallActivityAsync<string>(Effect, "signature");
        })
        .Activity(Effect, effect);

    private static async Task<string> RunAsync(OrchestrationContext context, string? before)
    {
        if (before is not null)
        {
            return $"{before}, {await context.CallActivityAsync<string>(Effect, "closing")}";
        }

        var draft = await context.CallActivityAsync<string>(Effect, "draft");
        var mails = await Task.WhenAll(
            context.CallActivityAsync<string>(Effect, "mail-a"), context.CallActivityAsync<string>(Effect, "mail-b"));
        using var giveUp = new CancellationTokenSource();
        var deadline = context.CreateTimer(TimeSpan.FromDays(30), giveUp.Token);
        var decision = context.WaitForExternalEvent<string>(Decision);
        await Task.WhenAny(decision, deadline);
        giveUp.Cancel();
        var signature = await context.CallSubOrchestratorAsync<string>(Signing, options: new() { InstanceId = "signing" });
        var archive = await context.CallActivityAsync<string>(Effect, "archive");
        context.ContinueAsNew($"{draft}, {string.Join('+', mails)}, {await decision}, {signature}, {archive}");
        return "";
    }
}
