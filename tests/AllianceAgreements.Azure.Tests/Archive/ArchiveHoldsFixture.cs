using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using AllianceAgreements.Workflows;
using Azure.Storage.Blobs.Models;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

/// <summary>An archived agreement on an account that has holds, and processes that put and lift them.</summary>
internal sealed class ArchiveHoldsFixture : IAsyncDisposable
{
    public const string Folder = "AA-2026-7F3K-9Q2M-0123";

    private readonly List<AzureStores> _processes = [];

    private ArchiveHoldsFixture(AzureStores stores) => Stores = stores;

    public static Actor Ada { get; } = new(ActorKind.Administrator, "Ada Admin");

    /// <summary>The account, without holds as the emulator is.</summary>
    public AzureStores Stores { get; }

    /// <summary>The account as its processes see it.</summary>
    public HoldingAccount Account { get; } = new();

    /// <summary>The agreement.</summary>
    public AgreementId Id { get; } = AgreementId.New();

    /// <summary>Every file of the archive, in order.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ArchiveHoldsFixture> StartAsync(AzuriteServer azurite)
    {
        var fixture = new ArchiveHoldsFixture(await AzureStores.StartAsync(azurite, services: services => services.AddAgreementWorkflows()));
        await fixture.RecordArchivedAsync(fixture.Id, Folder);
        await fixture.Stores.Get<IArchive>().WriteAsync(Folder, [ArchiveFiles.Of("manifest.json", "{}")], Cancellation);
        await fixture.Stores.Get<IArchive>().WriteAsync($"{Folder}4", [ArchiveFiles.Of("manifest.json", "{}")], Cancellation);
        fixture.Files = await fixture.Stores.Container(BlobArchive.ContainerName)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{Folder}/", Cancellation).Select(blob => blob.Name).Order(StringComparer.Ordinal).ToListAsync(Cancellation);
        Assert.Equal(2, fixture.Files.Count);
        return fixture;
    }

    /// <summary>Records that an agreement was archived, without writing the archive.</summary>
    public async Task RecordArchivedAsync(AgreementId id, string folder)
    {
        var first = SampleEntries.First();
        var archived = RecordEntry.After(first, new AgreementArchived(new string('a', 64), folder), Actor.System, first.At);
        Assert.True(await Stores.Get<IAgreementRecord>().TryAppendAsync(id, [first, archived], Cancellation));
    }

    /// <summary>The holds, as a process of its own has them.</summary>
    public ArchiveHolds Holds(Func<Task>? beforeAppend = null)
    {
        var process = Stores.Another(services: services => services.AddAgreementWorkflows(), policies: Account.Connect(beforeAppend));
        _processes.Add(process);
        return process.Get<ArchiveHolds>();
    }

    public Task<ArchiveHoldResult> PutAsync(ArchiveHolds holds, string reason = "Smith v. Northern") => holds.PutAsync(Id, reason, Ada, Cancellation);

    public Task<ArchiveHoldResult> LiftAsync(ArchiveHolds holds, string reason = "Settled") => holds.LiftAsync(Id, reason, Ada, Cancellation);

    /// <summary>What the record says after the agreement was archived.</summary>
    public async Task<IReadOnlyList<RecordEntry>> RecordedAsync() => [.. (await Stores.Get<IAgreementRecord>().ReadAsync(Id, Cancellation)).Skip(2)];

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Stores.DisposeAsync();
    }
}
