using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Workflows.Tests.Agreements;

public sealed class PinnedTemplatesTests
{
    private static readonly IReadOnlyList<TemplateFile> Files =
        [.. Enumerable.Range(0, 36).Select(number => new TemplateFile($"clauses/{number}.docx", Encoding.UTF8.GetBytes($"clause {number}")))];

    private static readonly CancellationToken Token = CancellationToken.None;

    [Fact]
    public async Task StoreAndRead_ManyFiles_KeepTheirOrderThoughCallsEndInAnother()
    {
        var store = new GatedStore(gate: PinnedTemplates.CallsAtOnce);

        var versions = await new PinnedTemplates(store).StoreAsync(Files, Token);
        var read = await new PinnedTemplates(store).ReadAsync(versions, Token);

        Assert.Equal(Files.Select(file => (file.Name, file.Sha256)), versions.Select(version => (version.Name, version.Sha256)));
        Assert.Equal(Files.Select(file => (file.Name, file.Sha256)), read.Select(file => (file.Name, file.Sha256)));
        Assert.NotEqual(Files.Select(file => file.Sha256), store.Ended);
        Assert.Equal(PinnedTemplates.CallsAtOnce, store.MostAtOnce);
    }

    [Fact]
    public async Task StoreAndRead_WhatThisProcessStored_AsksTheStoreNoMore()
    {
        var store = new GatedStore(gate: 1);
        var templates = new PinnedTemplates(store);

        var versions = await templates.StoreAsync(Files, Token);
        await templates.StoreAsync(Files, Token);
        await templates.ReadAsync(versions, Token);

        Assert.Equal((36, 0), (store.Puts, store.Opens));
    }

    [Fact]
    public async Task Read_AfterARestart_ReadsEachFileOnce()
    {
        var store = new GatedStore(gate: 1);
        var versions = await new PinnedTemplates(store).StoreAsync(Files, Token);
        var restarted = new PinnedTemplates(store);

        await restarted.ReadAsync(versions, Token);
        await restarted.ReadAsync(versions, Token);

        Assert.Equal(36, store.Opens);
    }

    [Fact]
    public async Task Store_TheStoreFails_IsNotTakenAsStored()
    {
        var store = new GatedStore(gate: 1) { IsAway = true };
        var templates = new PinnedTemplates(store);
        await Assert.ThrowsAsync<IOException>(async () => await templates.StoreAsync(Files, Token));
        store.IsAway = false;

        await templates.StoreAsync(Files, Token);

        Assert.Equal(36, store.Puts);
    }

    [Fact]
    public async Task Store_MoreThanIsRemembered_StaysWithinTheBoundAndIsStillRead()
    {
        var store = new GatedStore(gate: 1);
        var templates = new PinnedTemplates(store);
        var large = Enumerable.Range(0, 3)
            .Select(number => new TemplateFile($"{number}.docx", new byte[(PinnedTemplates.MaximumBytes / 2) + number])).ToList();

        var versions = await templates.StoreAsync(large, Token);
        var read = await templates.ReadAsync(versions, Token);

        Assert.Equal(large.Select(file => file.Sha256), read.Select(file => file.Sha256));
        Assert.True(store.Opens > 0);
    }

    /// <summary>Holds calls back until so many wait, and lets the newest go first, so that they end in another order than they began.</summary>
    private sealed class GatedStore(int gate) : IDocumentStore
    {
        private readonly ConcurrentDictionary<string, byte[]> _stored = new(StringComparer.Ordinal);
        private readonly Stack<TaskCompletionSource> _waiting = new();
        private readonly Lock _lock = new();
        private int _begun;
        private int _now;

        public bool IsAway { get; set; }

        public int Puts => _stored.Count;

        public int Opens { get; private set; }

        public int MostAtOnce { get; private set; }

        public ConcurrentQueue<string> Ended { get; } = [];

        public async ValueTask<string> PutAsync(DocumentFolder folder, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            await PassAsync();
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
            _stored[sha256] = content.ToArray();
            Ended.Enqueue(sha256);
            return sha256;
        }

        public async ValueTask<Stream?> OpenAsync(DocumentFolder folder, string sha256, CancellationToken cancellationToken)
        {
            await PassAsync();
            lock (_lock)
            {
                Opens++;
            }

            return new MemoryStream(_stored[sha256], writable: false);
        }

        private async Task PassAsync()
        {
            if (IsAway)
            {
                throw new IOException("The store is away.");
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_lock)
            {
                _waiting.Push(turn);
                _begun++;
                MostAtOnce = Math.Max(MostAtOnce, ++_now);

                // The last calls of 36 are fewer than the gate is wide.
                if (_waiting.Count == gate || _begun % 36 == 0)
                {
                    while (_waiting.TryPop(out var next))
                    {
                        next.SetResult();
                    }
                }
            }

            await turn.Task;
            lock (_lock)
            {
                _now--;
            }
        }
    }
}
