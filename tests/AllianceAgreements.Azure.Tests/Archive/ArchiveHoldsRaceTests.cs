using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

/// <summary>What comes between the files and the record: an entry never tells of a hold that is not on.</summary>
public sealed class ArchiveHoldsRaceTests(AzuriteServer azurite) : IAsyncLifetime
{
    private static readonly CannedResponse Forbidden = new(403, ("x-ms-error-code", "AuthorizationPermissionMismatch"));

    private ArchiveHoldsFixture _archived = null!;

    public async ValueTask InitializeAsync() => _archived = await ArchiveHoldsFixture.StartAsync(azurite);

    public async ValueTask DisposeAsync()
    {
        if (_archived is not null)
        {
            await _archived.DisposeAsync();
        }
    }

    [Fact]
    public async Task PutAsync_KilledBeforeTheEntry_IsCompletedByTheNext()
    {
        await Assert.ThrowsAsync<CrashException>(() => _archived.PutAsync(_archived.Holds(beforeAppend: () => throw new CrashException())));

        Assert.Equal(_archived.Files, _archived.Account.Held);
        Assert.Empty(await _archived.RecordedAsync());
        await _archived.PutAsync(_archived.Holds());
        Assert.Equal(new LegalHoldPut("Smith v. Northern"), Assert.Single(await _archived.RecordedAsync()).Event);
    }

    [Fact]
    public async Task LiftAsync_KilledBeforeTheEntry_LeavesEveryFileHeld()
    {
        await _archived.PutAsync(_archived.Holds());

        await Assert.ThrowsAsync<CrashException>(() => _archived.LiftAsync(_archived.Holds(beforeAppend: () => throw new CrashException())));

        Assert.Equal(_archived.Files, _archived.Account.Held);
        Assert.Single(await _archived.RecordedAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LiftAsync_KilledBetweenTwoFiles_IsOnRecordOnceAndCompletedByTheNext(bool hasEntry)
    {
        if (hasEntry)
        {
            await _archived.PutAsync(_archived.Holds());
        }
        else
        {
            // As installations have them that hold all they archive.
            _archived.Account.Set(_archived.Files[0], hold: true);
            _archived.Account.Set(_archived.Files[1], hold: true);
        }

        _archived.Account.OnSet = (file, hold) => !hold && file == _archived.Files[1] ? throw new CrashException() : Task.FromResult<CannedResponse?>(null);
        await Assert.ThrowsAsync<CrashException>(() => _archived.LiftAsync(_archived.Holds()));
        Assert.Equal([_archived.Files[1]], _archived.Account.Held);
        Assert.Equal(new LegalHoldLifted("Settled"), (await _archived.RecordedAsync())[^1].Event);
        var recorded = (await _archived.RecordedAsync()).Count;

        _archived.Account.OnSet = (_, _) => Task.FromResult<CannedResponse?>(null);
        Assert.IsType<ArchiveHoldResult.Done>(await _archived.LiftAsync(_archived.Holds()));

        Assert.Empty(_archived.Account.Held);
        Assert.Equal(recorded, (await _archived.RecordedAsync()).Count);
    }

    [Fact]
    public async Task PutAsync_RefusedHalfWay_TellsHowManyAreHeldAndRecordsNothing()
    {
        _archived.Account.OnSet = (_, _) => Task.FromResult(_archived.Account.Held.Count == 1 ? Forbidden : null);

        var result = Assert.IsType<ArchiveHoldResult.NotPossible>(await _archived.PutAsync(_archived.Holds()));

        Assert.Equal((1, false), (result.Held, result.IsRecorded));
        Assert.Contains("Storage Blob Data Owner", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await _archived.RecordedAsync());
    }

    [Fact]
    public async Task LiftAsync_WithoutTheRight_RecordsNothing()
    {
        await _archived.PutAsync(_archived.Holds());
        _archived.Account.OnSet = (_, _) => Task.FromResult<CannedResponse?>(Forbidden);

        var result = Assert.IsType<ArchiveHoldResult.NotPossible>(await _archived.LiftAsync(_archived.Holds()));

        Assert.Equal((2, false), (result.Held, result.IsRecorded));
        Assert.Equal(_archived.Files, _archived.Account.Held);
        Assert.Single(await _archived.RecordedAsync());
    }

    [Fact]
    public async Task LiftAsync_RefusedHalfWay_TellsThatItIsOnRecord()
    {
        await _archived.PutAsync(_archived.Holds());
        _archived.Account.OnSet = (_, hold) => Task.FromResult(!hold && _archived.Account.Held.Count == 1 ? Forbidden : null);

        var result = Assert.IsType<ArchiveHoldResult.NotPossible>(await _archived.LiftAsync(_archived.Holds()));

        Assert.Equal((1, true), (result.Held, result.IsRecorded));
        Assert.Equal(new LegalHoldLifted("Settled"), (await _archived.RecordedAsync())[^1].Event);
    }

    [Fact]
    public async Task PutAsync_LiftedBeforeItsEntry_HoldsTheFilesAgain()
    {
        await _archived.PutAsync(_archived.Holds(), "Audit");
        var lifted = 0;
        var put = await _archived.PutAsync(_archived.Holds(beforeAppend: async () =>
        {
            if (lifted++ == 0)
            {
                Assert.IsType<ArchiveHoldResult.Done>(await _archived.LiftAsync(_archived.Holds()));
                Assert.Empty(_archived.Account.Held);
            }
        }));

        Assert.IsType<ArchiveHoldResult.Done>(put);
        Assert.Equal(new LegalHoldPut("Smith v. Northern"), (await _archived.RecordedAsync())[^1].Event);
        Assert.Equal(_archived.Files, _archived.Account.Held);
    }

    [Fact]
    public async Task LiftAsync_PutAfterItsEntry_HoldsTheFilesAgainAndSaysSo()
    {
        await _archived.PutAsync(_archived.Holds(), "Audit");
        var puts = 0;
        _archived.Account.OnSet = async (_, hold) =>
        {
            if (!hold && puts++ == 0)
            {
                Assert.IsType<ArchiveHoldResult.Done>(await _archived.PutAsync(_archived.Holds()));
            }

            return null;
        };

        Assert.IsType<ArchiveHoldResult.Overtaken>(await _archived.LiftAsync(_archived.Holds()));

        Assert.Equal(new LegalHoldPut("Smith v. Northern"), (await _archived.RecordedAsync())[^1].Event);
        Assert.Equal(_archived.Files, _archived.Account.Held);
    }

    [Fact]
    public async Task PutAsync_LiftedAfterItsEntry_SaysSo()
    {
        // The first file is taken from it as soon as the entry stands, so that it looks at the files once more, and is lifted meanwhile.
        var (sets, lifts) = (0, 0);
        var holds = _archived.Holds(beforeAppend: () =>
        {
            _archived.Account.Set(_archived.Files[0], hold: false);
            return Task.CompletedTask;
        });
        _archived.Account.OnSet = async (_, hold) =>
        {
            if (hold && ++sets > _archived.Files.Count && lifts++ == 0)
            {
                Assert.IsType<ArchiveHoldResult.Done>(await _archived.LiftAsync(_archived.Holds()));
            }

            return null;
        };

        Assert.IsType<ArchiveHoldResult.Overtaken>(await _archived.PutAsync(holds));

        Assert.Equal(new LegalHoldLifted("Settled"), (await _archived.RecordedAsync())[^1].Event);
    }
}
