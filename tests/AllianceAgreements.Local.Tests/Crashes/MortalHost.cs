using Xunit;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>The product on one data folder, in a process that is started again whenever it dies.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="nextDeath">Where the next life is to end.</param>
/// <param name="deaths">Where it died, death by death; empty at first.</param>
internal sealed class MortalHost(string folder, Func<Death> nextDeath, List<string> deaths) : IAsyncDisposable
{
    private const int SigKill = 128 + 9;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Life? _life;

    public string Folder => folder;

    /// <summary>Where it died, death by death.</summary>
    public IReadOnlyList<string> Deaths => deaths;

    /// <summary>Every point it passed.</summary>
    public HashSet<string> Passed { get; } = [];

    /// <summary>Does something over HTTP; when the process dies meanwhile, again in its next life, until it is done.</summary>
    /// <param name="act">What to do; told where the process is reached.</param>
    /// <param name="isDone">Asked after a death: whether there is nothing left to be done.</param>
    public async Task DoAsync(Func<Uri, Task> act, Func<bool> isDone)
    {
        do
        {
            var life = await AliveAsync();
            try
            {
                await act(await life.Address);
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // Nothing but its death is a reason not to answer; and only a life after it can tell what is left to be done.
                await life.Ended.WaitAsync(Patience);
                await AliveAsync();
            }
        }
        while (!isDone());
    }

    /// <summary>Completes when something is so, however many lives it takes; looks again whenever the process has come further.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        while (true)
        {
            var life = await AliveAsync();
            var moved = life.Moved;
            if (isSo())
            {
                return;
            }

            try
            {
                await moved.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"Waited in vain for {what}, after dying at: {string.Join(", ", Deaths)}.");
            }
        }
    }

    /// <summary>Completes when an orchestration has ended and the process has stopped, as it does when it is told to.</summary>
    public async Task FinishAsync(string instanceId)
    {
        do
        {
            var life = await AliveAsync();
            try
            {
                await life.AskToFinishAsync(instanceId);
            }
            catch (IOException)
            {
                // It died first.
            }

            await life.Ended.WaitAsync(Patience);
        }
        while (await BuryAsync() != 0);
    }

    public ValueTask DisposeAsync() => _life?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Life> AliveAsync()
    {
        while (true)
        {
            if (_life is null or { Ended.IsCompleted: true })
            {
                await BuryAsync();
                _life = new Life(folder, nextDeath());
            }

            var life = _life!;
            await Task.WhenAny(life.Address, life.Ended).WaitAsync(Patience);
            if (!life.Ended.IsCompleted)
            {
                return life;
            }
        }
    }

    /// <summary>Takes down what became of the last life; answers its exit code.</summary>
    private async Task<int> BuryAsync()
    {
        if (_life is not { } life)
        {
            return 0;
        }

        _life = null;
        await using (life)
        {
            Passed.UnionWith(life.Passed);
            Assert.True(life.ExitCode == (life.DiedAt is null ? 0 : SigKill), $"Exit code {life.ExitCode}: {life.Said}");
            Assert.Equal("", life.Said);
            if (life.DiedAt is { } point)
            {
                deaths.Add(point);
            }

            return life.ExitCode;
        }
    }
}
