using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Records;

/// <summary>Records that outgrow a blob.</summary>
public sealed class SegmentTests(AzuriteServer azurite) : IAsyncLifetime
{
    private readonly AgreementId _id = AgreementId.New();
    private AzureStores _stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IAgreementRecord Record => _stores.Get<IAgreementRecord>();

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite, ThreeBlocks);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task TryAppendAsync_PastTheLimit_GoesOnInTheNextSegmentInTheSameBytes()
    {
        var entries = SampleEntries.Chain(8);

        await AppendEachAsync(Record, entries);

        Assert.Equal(["00000 x3 sealed", "00001 x3 sealed", "00002 x2"], await DescribeAsync());
        Assert.Equal(string.Concat(entries.Select(entry => $"{entry.Json()}\n")), await ReadBlobsAsync());
        Assert.Equal(entries.Select(RecordTexts.Json), (await Record.ReadAsync(_id, Cancellation)).Select(RecordTexts.Json));
        Assert.Equal(new RecordHead(_id, 7), Assert.Single(await Record.ListAsync(null, null, Cancellation).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task TryAppendAsync_ManyWritersAcrossSegments_MakeOneChain()
    {
        const int Writers = 6;
        const int Each = 5;
        Assert.True(await Record.TryAppendAsync(_id, [SampleEntries.First()], Cancellation));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                await using var process = _stores.Another(ThreeBlocks);
                var record = process.Get<IAgreementRecord>();
                for (var n = 0; n < Each;)
                {
                    var last = (await record.ReadAsync(_id, Cancellation))[^1];
                    n += await record.TryAppendAsync(_id, [SampleEntries.Next(last, $"{writer}/{n}")], Cancellation) ? 1 : 0;
                }
            },
            Cancellation)));

        var entries = await Record.ReadAsync(_id, Cancellation);
        Assert.Null(RecordChain.FindFault(entries.Select(entry => entry.Line)));
        Assert.Equal(
            from writer in Enumerable.Range(0, Writers) from n in Enumerable.Range(0, Each) select $"{writer}/{n}",
            entries.Select(entry => entry.Event).OfType<AgreementWithdrawn>().Select(e => e.Reason).Order());
        Assert.Equal(11, (await DescribeAsync()).Count);
    }

    [Fact]
    public async Task TryAppendAsync_CrashAtAnyRequestAroundTheLimit_LeavesARecordThatGoesOn()
    {
        for (var crashAt = 0; ; crashAt++)
        {
            var (id, entries) = (AgreementId.New(), SampleEntries.Chain(3));
            await AppendEachAsync(Record, entries, id);
            var requests = 0;
            var crash = new Disturbance(async (_, next) =>
            {
                // Even: before the request is sent; odd: before its answer is read.
                if (requests == crashAt / 2 && crashAt % 2 == 0)
                {
                    throw new CrashException();
                }

                await next();
                if (requests++ == crashAt / 2)
                {
                    throw new CrashException();
                }
            });
            await using var crashing = _stores.Another(ThreeBlocks, policies: crash);
            var lost = SampleEntries.Next(entries[^1], "Lost");
            var crashed = await Xunit.Record.ExceptionAsync(async () =>
                await crashing.Get<IAgreementRecord>().TryAppendAsync(id, [lost], Cancellation));

            var found = await Record.ReadAsync(id, Cancellation);
            Assert.True(await Record.TryAppendAsync(id, [SampleEntries.Next(found[^1], "After")], Cancellation));

            found = await Record.ReadAsync(id, Cancellation);
            Assert.Null(RecordChain.FindFault(found.Select(entry => entry.Line)));
            Assert.InRange(found.Count, 4, 5);
            if (crashed is null)
            {
                // Every request was reached: read, read past the end, seal, create, append.
                Assert.Equal(10, crashAt);
                return;
            }

            Assert.IsType<CrashException>(crashed);
        }
    }

    [Fact]
    public async Task TryAppendAsync_OvertakenBetweenSealAndCreation_AnswersFalse()
    {
        var entries = SampleEntries.Chain(3);
        await AppendEachAsync(Record, entries);
        var winner = SampleEntries.Next(entries[^1], "Faster");
        var overtaken = Disturbance.First(Disturbance.IsSeal, async (_, next) =>
        {
            await next();
            Assert.True(await Record.TryAppendAsync(_id, [winner], Cancellation));
        });
        await using var slow = _stores.Another(ThreeBlocks, policies: overtaken);

        Assert.False(await slow.Get<IAgreementRecord>().TryAppendAsync(_id, [SampleEntries.Next(entries[^1], "Slower")], Cancellation));

        Assert.Equal(winner.Hash, (await Record.ReadAsync(_id, Cancellation))[^1].Hash);
        Assert.Equal(["00000 x3 sealed", "00001 x1"], await DescribeAsync());
    }

    [Fact]
    public async Task TryAppendAsync_ProcessesWithOtherLimits_KeepToTheSegmentsOwn()
    {
        var entries = SampleEntries.Chain(6);
        await using var other = _stores.Another(options => options.RecordBlocksPerSegment = 5);

        await AppendEachAsync(Record, [entries[0]]);
        await AppendEachAsync(other.Get<IAgreementRecord>(), [.. entries.Skip(1)]);

        Assert.Equal(["00000 x3 sealed", "00001 x3"], await DescribeAsync());
        Assert.Equal(6, (await Record.ReadAsync(_id, Cancellation)).Count);
    }

    [Fact]
    public async Task TryAppendAsync_SegmentSealedBySomebodyElse_GoesOnInTheNext()
    {
        var entries = SampleEntries.Chain(3);
        await AppendEachAsync(Record, [entries[0]]);
        await Segment(0).SealAsync(cancellationToken: Cancellation);
        await AppendEachAsync(Record, [entries[1]]);

        // And once more after it was read, right before the append.
        var sealing = Disturbance.First(Disturbance.IsAppend, async (_, next) =>
        {
            await Segment(1).SealAsync(cancellationToken: Cancellation);
            await next();
        });
        await using var process = _stores.Another(ThreeBlocks, policies: sealing);
        await AppendEachAsync(process.Get<IAgreementRecord>(), [entries[2]]);

        Assert.Equal(["00000 x1 sealed", "00001 x1 sealed", "00002 x1"], await DescribeAsync());
        Assert.Equal(3, (await Record.ReadAsync(_id, Cancellation)).Count);
    }

    [Fact]
    public async Task TryAppendAsync_ServiceThatCannotSeal_GoesOnAllTheSame()
    {
        var refusing = new Disturbance((message, next) =>
            Disturbance.IsSeal(message.Request) ? throw new global::Azure.RequestFailedException(409, "No.", "FeatureNotSupported", null) : next());
        await using var process = _stores.Another(ThreeBlocks, policies: refusing);

        await AppendEachAsync(process.Get<IAgreementRecord>(), SampleEntries.Chain(5));

        Assert.Equal(["00000 x3", "00001 x2"], await DescribeAsync());
        Assert.Equal(5, (await Record.ReadAsync(_id, Cancellation)).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50_001)]
    public async Task Options_BlocksTheServiceDoesNotTake_AreRefusedByName(int blocks)
    {
        await using var process = _stores.Another(options => options.RecordBlocksPerSegment = blocks);

        var fault = Assert.Throws<OptionsValidationException>(process.Get<IAgreementRecord>);

        Assert.StartsWith("Storage:RecordBlocksPerSegment must be 1 to 50000", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NextSegmentStillEmpty_IsTheRecordSoFar()
    {
        var entries = SampleEntries.Chain(3);
        await AppendEachAsync(Record, entries);
        await Segment(1).CreateAsync(cancellationToken: Cancellation);

        Assert.Equal(3, (await Record.ReadAsync(_id, Cancellation)).Count);
        Assert.Equal(2, Assert.Single(await Record.ListAsync(null, null, Cancellation).ToListAsync(Cancellation)).Position);
    }

    private static void ThreeBlocks(AzureStorageOptions options) => options.RecordBlocksPerSegment = 3;

    private Task AppendEachAsync(IAgreementRecord record, IReadOnlyList<RecordEntry> entries) => AppendEachAsync(record, entries, _id);

    private static async Task AppendEachAsync(IAgreementRecord record, IReadOnlyList<RecordEntry> entries, AgreementId id)
    {
        foreach (var entry in entries)
        {
            Assert.True(await record.TryAppendAsync(id, [entry], Cancellation));
        }
    }

    private AppendBlobClient Segment(int number) => _stores.Container("records").GetAppendBlobClient($"{_id}/{number:D5}.jsonl");

    private async Task<List<string>> DescribeAsync()
    {
        var segments = new List<string>();
        await foreach (var blob in _stores.Container("records").GetBlobsAsync(BlobTraits.None, BlobStates.None, _id.Value, Cancellation))
        {
            BlobProperties properties = await _stores.Container("records").GetBlobClient(blob.Name).GetPropertiesAsync(cancellationToken: Cancellation);
            var number = Path.GetFileNameWithoutExtension(blob.Name);
            segments.Add($"{number} x{properties.BlobCommittedBlockCount}{(properties.IsSealed ? " sealed" : "")}");
        }

        return segments;
    }

    private async Task<string> ReadBlobsAsync()
    {
        var text = "";
        for (var number = 0; await Segment(number).ExistsAsync(Cancellation); number++)
        {
            text += (await Segment(number).DownloadContentAsync(Cancellation)).Value.Content;
        }

        return text;
    }
}
