using System.Text;
using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Specialized;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Records;

/// <summary>What only a record on a network can meet.</summary>
public sealed class AppendBlobRecordTests(AzuriteServer azurite) : IAsyncLifetime
{
    private readonly AgreementId _id = AgreementId.New();
    private readonly RecordEntry _first = SampleEntries.First();
    private AzureStores _stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IAgreementRecord Record => _stores.Get<IAgreementRecord>();

    private AppendBlobClient Blob => _stores.Container("records").GetAppendBlobClient($"{_id}/00000.jsonl");

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task TryAppendAsync_AnswerLostAndTriedAgain_AppendsOnceAndAnswersTrue()
    {
        await using var process = _stores.Another(policies: Disturbance.LosesAnswerOf(Disturbance.IsAppend));

        Assert.True(await process.Get<IAgreementRecord>().TryAppendAsync(_id, [_first, SampleEntries.Next(_first)], Cancellation));

        Assert.Equal(2, (await Record.ReadAsync(_id, Cancellation)).Count);
    }

    [Fact]
    public async Task TryAppendAsync_AnswerLostForGood_IsTrueByWhatStandsThere()
    {
        var failing = Disturbance.First(Disturbance.IsAppend, async (_, next) =>
        {
            await next();
            throw new RequestFailedException(500, "The answer was lost.");
        });
        await using var process = _stores.Another(policies: failing);

        Assert.True(await process.Get<IAgreementRecord>().TryAppendAsync(_id, [_first], Cancellation));

        Assert.Single(await Record.ReadAsync(_id, Cancellation));
    }

    // A partner who decides and closes the page while the answer is out.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TryAppendAsync_CancelledWhileTheAnswerIsOut_IsTrue(bool isAnswerLost)
    {
        using var caller = new CancellationTokenSource();
        var cancelling = Disturbance.First(Disturbance.IsAppend, async (_, next) =>
        {
            await next();
            await caller.CancelAsync();
            if (isAnswerLost)
            {
                throw new RequestFailedException(500, "The answer was lost.");
            }
        });
        await using var process = _stores.Another(policies: cancelling);

        Assert.True(await process.Get<IAgreementRecord>().TryAppendAsync(_id, [_first], caller.Token));

        Assert.Single(await Record.ReadAsync(_id, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_CancelledBeforeTheBlockIsOnItsWay_AppendsNothing()
    {
        using var caller = new CancellationTokenSource();
        var cancelling = Disturbance.First(request => request.Method == RequestMethod.Put, async (_, next) =>
        {
            await next();
            await caller.CancelAsync();
        });
        await using var process = _stores.Another(policies: cancelling);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await process.Get<IAgreementRecord>().TryAppendAsync(_id, [_first], caller.Token));

        Assert.Empty(await Record.ReadAsync(_id, Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_NeverArrived_ThrowsRatherThanPromise()
    {
        var failing = Disturbance.First(Disturbance.IsAppend, (_, _) => throw new RequestFailedException(500, "The service is away."));
        await using var process = _stores.Another(policies: failing);

        await Assert.ThrowsAsync<RequestFailedException>(async () =>
            await process.Get<IAgreementRecord>().TryAppendAsync(_id, [_first], Cancellation));

        Assert.Empty(await Record.ReadAsync(_id, Cancellation));
        Assert.Empty(await Record.ListAsync(null, null, Cancellation).ToListAsync(Cancellation));
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_OvertakenAfterReading_AnswersFalse()
    {
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
        var overtaken = Disturbance.First(Disturbance.IsAppend, async (_, next) =>
        {
            Assert.True(await Record.TryAppendAsync(_id, [SampleEntries.Next(_first, "Faster")], Cancellation));
            await next();
        });
        await using var process = _stores.Another(policies: overtaken);

        Assert.False(await process.Get<IAgreementRecord>().TryAppendAsync(_id, [SampleEntries.Next(_first, "Slower")], Cancellation));

        Assert.Equal(2, (await Record.ReadAsync(_id, Cancellation)).Count);
    }

    [Fact]
    public async Task TryAppendAsync_EntryOfAnotherChain_AnswersFalse()
    {
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));

        Assert.False(await Record.TryAppendAsync(_id, [SampleEntries.Next(SampleEntries.First("Another"))], Cancellation));
    }

    [Fact]
    public async Task TryAppendAsync_Undisturbed_TakesTwoRequests()
    {
        var counting = Disturbance.None();
        await using var process = _stores.Another(policies: counting);
        var record = process.Get<IAgreementRecord>();

        Assert.True(await record.TryAppendAsync(_id, [_first], Cancellation));
        Assert.Equal(2, counting.Requests);

        Assert.True(await record.TryAppendAsync(_id, [SampleEntries.Next(_first)], Cancellation));
        Assert.Equal(4, counting.Requests);
    }

    [Fact]
    public async Task ReadAsync_GrownWhileTheConnectionBroke_IsReadFromTheStart()
    {
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
        var breaking = Disturbance.First(request => request.Method == RequestMethod.Get, async (message, next) =>
        {
            await next();
            Assert.True(await Record.TryAppendAsync(_id, [SampleEntries.Next(_first)], Cancellation));
            message.Response.ContentStream = new BrokenStream(message.Response.ContentStream!, readableBytes: 10);
        });
        await using var process = _stores.Another(policies: breaking);

        Assert.Equal(2, (await process.Get<IAgreementRecord>().ReadAsync(_id, Cancellation)).Count);
    }

    [Theory]
    [InlineData("{\"position\":1,\"at\":\"2026", "ends in the middle of a line")]
    [InlineData("[]\n", "is not an entry")]
    [InlineData("\n", "is not an entry")]
    public async Task ReadAsync_SomethingElseWasAppended_IsNoRecord(string text, string fault)
    {
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
        await AppendAsync(text);

        var read = await Assert.ThrowsAsync<InvalidDataException>(async () => await Record.ReadAsync(_id, Cancellation));
        Assert.Contains($"'{_id}/00000.jsonl' is not a record.", read.Message, StringComparison.Ordinal);
        Assert.Contains(fault, read.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await Record.TryAppendAsync(_id, [SampleEntries.Next(_first)], Cancellation));
    }

    [Fact]
    public async Task ReadAsync_EntryOfAnotherChain_IsNoRecord()
    {
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
        await AppendAsync(SampleEntries.Next(SampleEntries.First("Another")).Json() + "\n");

        var read = await Assert.ThrowsAsync<InvalidDataException>(async () => await Record.ReadAsync(_id, Cancellation));

        Assert.Contains("Entry 1 of the record", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NoContainer_ThrowsRatherThanCallItEmpty()
    {
        await _stores.Container("records").DeleteAsync(cancellationToken: Cancellation);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(async () => await Record.ReadAsync(_id, Cancellation));

        Assert.Equal("ContainerNotFound", fault.ErrorCode);
    }

    [Fact]
    public async Task ListAsync_OneSpoilt_TellsItWithoutAPositionAndTheOthers()
    {
        var other = AgreementId.New();
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
        Assert.True(await Record.TryAppendAsync(other, [_first], Cancellation));
        await AppendAsync("{\"position\":");
        await _stores.Container("records").UploadBlobAsync("notes.txt", BinaryData.FromString("Not ours."), Cancellation);

        Assert.Equal(
            new HashSet<RecordHead> { new(_id, RecordHead.Unknown), new(other, 0) },
            (await Record.ListAsync(null, null, Cancellation).ToListAsync(Cancellation)).ToHashSet());
    }

    [Fact]
    public async Task ListAsync_LastEntryLongerThanOneRead_TellsItsPosition()
    {
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
        Assert.True(await Record.TryAppendAsync(_id, [SampleEntries.Next(_first, new string('x', 100_000))], Cancellation));

        Assert.Equal(1, Assert.Single(await Record.ListAsync(null, null, Cancellation).ToListAsync(Cancellation)).Position);
    }

    [Fact]
    public async Task ListAsync_NothingChangedSince_ReadsNoRecord()
    {
        Assert.True(await Record.TryAppendAsync(_id, [_first], Cancellation));
        var counting = Disturbance.None();
        await using var process = _stores.Another(policies: counting);
        var later = TimeProvider.System.GetUtcNow().AddHours(1);

        Assert.Empty(await process.Get<IAgreementRecord>().ListAsync(later, null, Cancellation).ToListAsync(Cancellation));

        Assert.Equal(1, counting.Requests);
    }

    [Fact]
    public async Task ListAsync_AfterAnAgreement_ReadsNothingOfThoseBefore()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => AgreementId.New()).Order().ToList();
        foreach (var id in ids)
        {
            Assert.True(await Record.TryAppendAsync(id, [_first], Cancellation));
        }

        var counting = Disturbance.None();
        await using var process = _stores.Another(policies: counting);

        Assert.Equal(ids[3], Assert.Single(await process.Get<IAgreementRecord>().ListAsync(null, ids[2], Cancellation).ToListAsync(Cancellation)).Id);

        // The listing, and the end of the one record.
        Assert.Equal(2, counting.Requests);
    }

    private async Task AppendAsync(string text)
    {
        using var block = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await Blob.AppendBlockAsync(block, cancellationToken: Cancellation);
    }
}
