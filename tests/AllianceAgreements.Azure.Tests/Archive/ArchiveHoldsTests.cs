using System.Collections.Concurrent;
using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using AllianceAgreements.Workflows;
using Azure.Core;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

public sealed class ArchiveHoldsTests(AzuriteServer azurite) : IAsyncLifetime
{
    private const string Folder = "AA-2026-7F3K-9Q2M-0123";

    private static readonly Actor Ada = new(ActorKind.Administrator, "Ada Admin");

    private readonly AgreementId _id = AgreementId.New();
    private readonly ConcurrentQueue<string> _asked = [];
    private AzureStores _stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stores = await AzureStores.StartAsync(azurite, services: services => services.AddAgreementWorkflows());
        var first = SampleEntries.First();
        var archived = RecordEntry.After(first, new AgreementArchived(new string('a', 64), Folder), Actor.System, first.At);
        Assert.True(await _stores.Get<IAgreementRecord>().TryAppendAsync(_id, [first, archived], Cancellation));
        await _stores.Get<IArchive>().WriteAsync(Folder, [ArchiveFiles.Of("manifest.json", "{}")], Cancellation);
        await _stores.Get<IArchive>().WriteAsync($"{Folder}4", [ArchiveFiles.Of("manifest.json", "{}")], Cancellation);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task PutAsync_Archived_HoldsEveryFileOfThatArchive()
    {
        await using var process = Process(_ => new CannedResponse(200));

        Assert.Equal(new ArchiveHoldResult.Done(Folder, 2), await process.Get<ArchiveHolds>().PutAsync(_id, "Smith v. Northern", Ada, Cancellation));

        Assert.Equal([$"{Folder}/manifest.json true", $"{Folder}/sealed.sha256 true"], _asked.Order());
        var entry = (await RecordAsync())[^1];
        Assert.Equal((new LegalHoldPut("Smith v. Northern"), Ada), (entry.Event, entry.Actor));
        var status = await process.Get<ArchiveHolds>().FindAsync(_id, Cancellation);
        Assert.Equal((Folder, 2, 0), (status!.Folder, status.Files, status.Held));
        Assert.Equal([new LegalHold("Smith v. Northern", "Ada Admin", entry.At)], status.Recorded);
    }

    [Fact]
    public async Task PutAsync_Again_IsRecordedOnce()
    {
        await using var process = Process(_ => new CannedResponse(200));
        await process.Get<ArchiveHolds>().PutAsync(_id, "Smith v. Northern", Ada, Cancellation);
        var before = await RecordAsync();

        await process.Get<ArchiveHolds>().PutAsync(_id, "Smith v. Northern", Ada, Cancellation);

        Assert.Equal(before.Count, (await RecordAsync()).Count);
    }

    [Fact]
    public async Task LiftAsync_Held_LiftsEveryHoldAndRecordsIt()
    {
        await using var process = Process(_ => new CannedResponse(200));
        await process.Get<ArchiveHolds>().PutAsync(_id, "Smith v. Northern", Ada, Cancellation);
        _asked.Clear();

        Assert.Equal(new ArchiveHoldResult.Done(Folder, 2), await process.Get<ArchiveHolds>().LiftAsync(_id, "Settled", Ada, Cancellation));

        Assert.Equal([$"{Folder}/manifest.json false", $"{Folder}/sealed.sha256 false"], _asked.Order());
        Assert.Equal(new LegalHoldLifted("Settled"), (await RecordAsync())[^1].Event);
    }

    [Fact]
    public async Task PutAsync_NotArchived_SaysSo()
    {
        var started = AgreementId.New();
        Assert.True(await _stores.Get<IAgreementRecord>().TryAppendAsync(started, [SampleEntries.First()], Cancellation));

        Assert.Contains("is not archived yet", await RefusedAsync(started, "Smith"), StringComparison.Ordinal);
        Assert.Contains("no such agreement", await RefusedAsync(AgreementId.New(), "Smith"), StringComparison.Ordinal);
        Assert.Contains("Say why", await RefusedAsync(_id, " "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutAsync_AccountWithoutHolds_SaysWhatItTakes()
    {
        var result = Assert.IsType<ArchiveHoldResult.NotPossible>(await _stores.Get<ArchiveHolds>().PutAsync(_id, "Smith v. Northern", Ada, Cancellation));

        Assert.Equal(0, result.Files);
        Assert.Contains("version-level immutability", result.Reason, StringComparison.Ordinal);
        Assert.IsType<AgreementArchived>((await RecordAsync())[^1].Event);
    }

    [Fact]
    public async Task PutAsync_RefusedHalfWay_TellsHowManyAreDone()
    {
        await using var process = Process(_ => _asked.Count == 1
            ? new CannedResponse(200)
            : new CannedResponse(403, ("x-ms-error-code", "AuthorizationPermissionMismatch")));

        var result = Assert.IsType<ArchiveHoldResult.NotPossible>(await process.Get<ArchiveHolds>().PutAsync(_id, "Smith v. Northern", Ada, Cancellation));

        Assert.Equal(1, result.Files);
        Assert.Contains("Storage Blob Data Owner", result.Reason, StringComparison.Ordinal);
    }

    private async Task<string> RefusedAsync(AgreementId id, string reason) =>
        Assert.IsType<ArchiveHoldResult.Refused>(await _stores.Get<ArchiveHolds>().PutAsync(id, reason, Ada, Cancellation)).Message;

    private ValueTask<IReadOnlyList<RecordEntry>> RecordAsync() => _stores.Get<IAgreementRecord>().ReadAsync(_id, Cancellation);

    private AzureStores Process(Func<Request, CannedResponse> answer) => _stores.Another(services: services => services.AddAgreementWorkflows(), policies: new Disturbance((message, network) =>
    {
        if (!Disturbance.Has(message.Request, "comp=legalhold"))
        {
            return network();
        }

        message.Request.Headers.TryGetValue("x-ms-legal-hold", out var hold);
        var path = message.Request.Uri.Path.Split('/');
        _asked.Enqueue($"{path[2]}/{path[^1]} {hold}");
        message.Response = answer(message.Request);
        return ValueTask.CompletedTask;
    }));
}
