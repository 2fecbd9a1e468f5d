using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Tests.Engine.Crashes;

/// <summary>An event of the ledger. Its number tells a repeated one from a new one.</summary>
internal sealed record LedgerEvent(int Number, int Value);

/// <summary>What the ledger carries from run to run.</summary>
internal sealed record LedgerState(IReadOnlyList<string> Lines, IReadOnlyList<int> Seen)
{
    public static LedgerState Empty { get; } = new([], []);
}

/// <summary>An orchestration that writes down all it learns: the events, each once, the timers between them, and what its tasks gave.</summary>
internal static class Ledger
{
    public const string Name = "Ledger";
    public const string InstanceId = "ledger";
    public const string Event = "entry";
    public const int End = -1;
    private const int EntriesPerRun = 3;
    private const string Effect = "Effect";
    private const string Child = "Child";

    public static OrchestrationCatalog Catalog(Func<string, string> effect) => new OrchestrationCatalog()
        .Orchestrator<LedgerState, IReadOnlyList<string>>(Name, RunAsync)
        .Orchestrator<string, string>(Child, (context, key) => context.CallActivityAsync<string>(Effect, key))
        .Activity(Effect, effect);

    private static async Task<IReadOnlyList<string>> RunAsync(OrchestrationContext context, LedgerState state)
    {
        var lines = state.Lines.ToList();
        var seen = state.Seen.ToList();
        for (var entries = 0; entries < EntriesPerRun;)
        {
            using var giveUp = new CancellationTokenSource();
            var entry = context.WaitForExternalEvent<LedgerEvent>(Event, giveUp.Token);
            var reminder = context.CreateTimer(TimeSpan.FromSeconds(30), giveUp.Token);
            var first = await Task.WhenAny(entry, reminder);
            giveUp.Cancel();
            if (first == reminder)
            {
                lines.Add($"reminded {context.CurrentUtcDateTime:T}");
                continue;
            }

            var (number, value) = await entry;
            if (seen.Contains(number))
            {
                continue;
            }

            seen.Add(number);
            if (value == End)
            {
                return lines;
            }

            lines.Add($"{number}: {await HandleAsync(context, number, value)}");
            entries++;
        }

        context.ContinueAsNew(new LedgerState(lines, seen));
        return lines;
    }

    private static async Task<string> HandleAsync(OrchestrationContext context, int number, int value)
    {
        try
        {
            return value switch
            {
                < 4 => await context.CallActivityAsync<string>(Effect, $"{number}-{value}"),
                < 6 => await context.CallActivityAsync<string>(
                    Effect, $"{number}-{value}", new TaskOptions { Retry = new RetryPolicy(2, TimeSpan.Zero) }),
                < 8 => await context.CallSubOrchestratorAsync<string>(Child, $"{number}-{value}"),
                _ => string.Join('+', await Task.WhenAll(
                    context.CallActivityAsync<string>(Effect, $"{number}-{value}a"),
                    context.CallSubOrchestratorAsync<string>(Child, $"{number}-{value}b"))),
            };
        }
        catch (TaskFailedException e)
        {
            return e.FailureDetails.ErrorMessage;
        }
    }
}
