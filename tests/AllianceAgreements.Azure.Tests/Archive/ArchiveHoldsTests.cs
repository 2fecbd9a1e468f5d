using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

public sealed class ArchiveHoldsTests(AzuriteServer azurite) : IAsyncLifetime
{
    private const string Folder = ArchiveHoldsFixture.Folder;

    private ArchiveHoldsFixture _archived = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _archived = await ArchiveHoldsFixture.StartAsync(azurite);

    public async ValueTask DisposeAsync()
    {
        if (_archived is not null)
        {
            await _archived.DisposeAsync();
        }
    }

    [Fact]
    public async Task PutAsync_Archived_HoldsEveryFileOfThatArchive()
    {
        var holds = _archived.Holds();

        Assert.Equal(new ArchiveHoldResult.Done(Folder, 2), await _archived.PutAsync(holds));

        Assert.Equal(_archived.Files, _archived.Account.Held);
        var entry = Assert.Single(await _archived.RecordedAsync());
        Assert.Equal((new LegalHoldPut("Smith v. Northern"), ArchiveHoldsFixture.Ada), (entry.Event, entry.Actor));
        var status = await holds.FindAsync(_archived.Id, Cancellation);
        Assert.Equal((Folder, 2, 2, null, true), (status!.Folder, status.Files, status.Held, status.Missing, status.IsHeld));
        Assert.Equal([new LegalHold("Smith v. Northern", "Ada Admin", entry.At)], status.Recorded);
    }

    [Fact]
    public async Task PutAsync_Again_IsRecordedOnce()
    {
        await _archived.PutAsync(_archived.Holds());

        Assert.Equal(new ArchiveHoldResult.Done(Folder, 2), await _archived.PutAsync(_archived.Holds()));

        Assert.Single(await _archived.RecordedAsync());
    }

    [Fact]
    public async Task PutAsync_OnRecordButOnNoFile_HoldsTheFilesAndAddsNoEntry()
    {
        await _archived.PutAsync(_archived.Holds());
        foreach (var file in _archived.Files)
        {
            _archived.Account.Set(file, hold: false);
        }

        Assert.Equal(new ArchiveHoldResult.Done(Folder, 2), await _archived.PutAsync(_archived.Holds()));

        Assert.Equal(_archived.Files, _archived.Account.Held);
        Assert.Single(await _archived.RecordedAsync());
    }

    [Fact]
    public async Task LiftAsync_Held_LiftsEveryHoldAndRecordsIt()
    {
        await _archived.PutAsync(_archived.Holds());

        Assert.Equal(new ArchiveHoldResult.Done(Folder, 2), await _archived.LiftAsync(_archived.Holds()));

        Assert.Empty(_archived.Account.Held);
        Assert.Equal(new LegalHoldLifted("Settled"), (await _archived.RecordedAsync())[^1].Event);
    }

    [Fact]
    public async Task LiftAsync_HeldWithoutAnEntry_RecordsIt()
    {
        _archived.Account.Set(_archived.Files[0], hold: true);

        Assert.Equal(new ArchiveHoldResult.Done(Folder, 2), await _archived.LiftAsync(_archived.Holds()));

        Assert.Empty(_archived.Account.Held);
        Assert.Equal(new LegalHoldLifted("Settled"), Assert.Single(await _archived.RecordedAsync()).Event);
    }

    [Fact]
    public async Task PutAsync_NotArchived_SaysSo()
    {
        var started = AgreementId.New();
        Assert.True(await _archived.Stores.Get<IAgreementRecord>().TryAppendAsync(started, [SampleEntries.First()], Cancellation));

        Assert.Contains("is not archived yet", await RefusedAsync(started, "Smith"), StringComparison.Ordinal);
        Assert.Contains("no such agreement", await RefusedAsync(AgreementId.New(), "Smith"), StringComparison.Ordinal);
        Assert.Contains("Say why", await RefusedAsync(_archived.Id, " "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ArchiveContents.FileName)]
    [InlineData("manifest.json")]
    public async Task PutAsync_NotEveryFileInTheAccount_ChangesNothing(string missing)
    {
        var file = Assert.Single(_archived.Files, name => name.EndsWith($"/{missing}", StringComparison.Ordinal));
        await _archived.Stores.Container(BlobArchive.ContainerName).DeleteBlobAsync(file, cancellationToken: Cancellation);

        Assert.Equal(new ArchiveHoldResult.Missing(Folder, missing), await _archived.PutAsync(_archived.Holds()));

        Assert.Empty(_archived.Account.Held);
        Assert.Empty(await _archived.RecordedAsync());
        var status = await _archived.Holds().FindAsync(_archived.Id, Cancellation);
        Assert.Equal((missing, false), (status!.Missing, status.IsHeld));
    }

    [Fact]
    public async Task PutAndLift_ArchiveNotInTheAccount_ChangeNothing()
    {
        var lost = AgreementId.New();
        await _archived.RecordArchivedAsync(lost, "AA-2026-0000-0000-0123");
        var missing = new ArchiveHoldResult.Missing("AA-2026-0000-0000-0123", ArchiveContents.FileName);

        Assert.Equal(missing, await _archived.Holds().PutAsync(lost, "Smith", ArchiveHoldsFixture.Ada, Cancellation));
        Assert.Equal(missing, await _archived.Holds().LiftAsync(lost, "Settled", ArchiveHoldsFixture.Ada, Cancellation));

        Assert.Equal(2, (await _archived.Stores.Get<IAgreementRecord>().ReadAsync(lost, Cancellation)).Count);
    }

    [Fact]
    public async Task PutAsync_AccountWithoutHolds_SaysWhatItTakes()
    {
        var result = Assert.IsType<ArchiveHoldResult.NotPossible>(await _archived.PutAsync(_archived.Stores.Get<ArchiveHolds>()));

        Assert.Equal((0, false), (result.Held, result.IsRecorded));
        Assert.Contains("version-level immutability", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await _archived.RecordedAsync());
    }

    [Fact]
    public async Task ListAsync_SomeHeld_TellsThoseAndHowMuchOfThemIsHeld()
    {
        var (lost, spoilt) = (AgreementId.New(), AgreementId.New());
        await RecordHeldAsync(lost, "AA-2026-0000-0000-0123");
        await RecordHeldAsync(spoilt, "AA-2026-1111-1111-0123");
        await _archived.Stores.Container(BlobArchive.ContainerName)
            .UploadBlobAsync($"AA-2026-1111-1111-0123/{ArchiveContents.FileName}", BinaryData.FromString("spoilt"), Cancellation);
        await _archived.RecordArchivedAsync(AgreementId.New(), $"{Folder}4");
        await _archived.PutAsync(_archived.Holds());

        var held = await _archived.Holds().ListAsync(Cancellation);

        Assert.Equal([spoilt], held.Unreadable);
        Assert.Equal(
            new[] { (_archived.Id, 2, 2, true, "Smith v. Northern"), (lost, 0, 0, false, "Audit") }.OrderBy(item => item.Item1.Value),
            held.Agreements.Select(item => (item.Id, item.Status.Files, item.Status.Held, item.Status.IsHeld, Assert.Single(item.Status.Recorded).Reason))
                .OrderBy(item => item.Id.Value));
    }

    /// <summary>Records that an agreement was archived and held, with no file of it.</summary>
    private async Task RecordHeldAsync(AgreementId id, string folder)
    {
        await _archived.RecordArchivedAsync(id, folder);
        var records = _archived.Stores.Get<IAgreementRecord>();
        var head = (await records.ReadAsync(id, Cancellation))[^1];
        Assert.True(await records.TryAppendAsync(
            id, [RecordEntry.After(head, new LegalHoldPut("Audit"), ArchiveHoldsFixture.Ada, head.At)], Cancellation));
    }

    private async Task<string> RefusedAsync(AgreementId id, string reason) =>
        Assert.IsType<ArchiveHoldResult.Refused>(
            await _archived.Stores.Get<ArchiveHolds>().PutAsync(id, reason, ArchiveHoldsFixture.Ada, Cancellation)).Message;
}
