using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Records;

/// <summary>Whatever fails at whatever moment: a record stays one chain, and what its writers were told is true.</summary>
public sealed class RecordRaceTests(AzuriteServer azurite) : IAsyncLifetime
{
    private const int Samples = 40;

    private static readonly Gen<Plan> Plans = Gen.Select(
        Gen.Int[1, 4], Gen.Enum<Fate>().Array[0, 12].Array[2, 4], (blocks, writers) => new Plan(blocks, writers));

    private AzureStores _stores = null!;

    /// <summary>What becomes of a request.</summary>
    private enum Fate
    {
        Arrives,
        NeverArrives,
        LosesItsAnswer,
        EndsTheProcessBefore,
        EndsTheProcessAfter,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public Task TryAppendAsync_AnyFaultsOfAnyWriters_TellsTheTruthAndKeepsOneChain() =>
        Plans.SampleAsync(AssertHoldsAsync, iter: Samples, threads: 1);

    private async Task AssertHoldsAsync(Plan plan)
    {
        var id = AgreementId.New();
        var told = await Task.WhenAll(plan.Writers.Select((fates, writer) =>
            Task.Run(() => WriteAsync(id, plan.Blocks, writer, fates), Cancellation)));

        await using var process = _stores.Another(options => options.RecordBlocksPerSegment = plan.Blocks);
        var entries = await process.Get<IAgreementRecord>().ReadAsync(id, Cancellation);
        var hashes = entries.Select(entry => entry.Hash).ToHashSet(StringComparer.Ordinal);
        Assert.Null(RecordChain.FindFault(entries.Select(entry => entry.Line)));
        foreach (var (hash, appended) in told.SelectMany(answers => answers).Where(answer => answer.Appended is not null))
        {
            Assert.Equal(appended, hashes.Contains(hash));
        }
    }

    /// <summary>Appends three entries, one after the other; null where the answer was an exception.</summary>
    private async Task<List<(string Hash, bool? Appended)>> WriteAsync(AgreementId id, int blocks, int writer, Fate[] fates)
    {
        var ahead = new Queue<Fate>(fates);
        await using var process = _stores.Another(
            options => options.RecordBlocksPerSegment = blocks,
            policies: new Disturbance((_, send) => MeetAsync(ahead.TryDequeue(out var fate) ? fate : Fate.Arrives, send)));
        var record = process.Get<IAgreementRecord>();
        var answers = new List<(string Hash, bool? Appended)>();
        for (var n = 0; n < 3; n++)
        {
            var entry = SampleEntries.First($"{writer}/{n}");
            try
            {
                var entries = await record.ReadAsync(id, Cancellation);
                entry = entries.Count == 0 ? entry : SampleEntries.Next(entries[^1], $"{writer}/{n}");
                answers.Add((entry.Hash, await record.TryAppendAsync(id, [entry], Cancellation)));
            }
            catch (Exception fault) when (fault is CrashException or RequestFailedException)
            {
                answers.Add((entry.Hash, null));
            }
        }

        return answers;
    }

    private static async ValueTask MeetAsync(Fate fate, Func<ValueTask> send)
    {
        switch (fate)
        {
            case Fate.NeverArrives:
                throw new RequestFailedException(500, "The service is away.");
            case Fate.EndsTheProcessBefore:
                throw new CrashException();
        }

        await send();
        switch (fate)
        {
            case Fate.LosesItsAnswer:
                throw new RequestFailedException(500, "The answer was lost.");
            case Fate.EndsTheProcessAfter:
                throw new CrashException();
        }
    }

    /// <summary>After how many blocks a segment is closed, and what becomes of each writer's requests, one after the other.</summary>
    private sealed record Plan(int Blocks, Fate[][] Writers)
    {
        public override string ToString() => $"{Blocks} blocks; {string.Join(" | ", Writers.Select(fates => string.Join(',', fates)))}";
    }
}
