using System.Globalization;
using AllianceAgreements.Embedded.Stores;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Stores;

public sealed class DurableFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alliance-files-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void TryPublish_NothingThere_MovesTheFile()
    {
        var staged = Stage("new");

        Assert.True(DurableFiles.TryPublish(staged, PathOf("published")));

        Assert.Equal("new", File.ReadAllText(PathOf("published")));
        Assert.False(File.Exists(staged));
    }

    [Fact]
    public void TryPublish_SomethingThere_LeavesBoth()
    {
        File.WriteAllText(PathOf("published"), "first");
        var staged = Stage("second");

        Assert.False(DurableFiles.TryPublish(staged, PathOf("published")));

        Assert.Equal("first", File.ReadAllText(PathOf("published")));
        Assert.True(File.Exists(staged));
    }

    [Fact]
    public void TryPublish_FolderMissing_Throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => DurableFiles.TryPublish(Stage("new"), Path.Combine(_folder, "missing", "published")));

    [Fact]
    public async Task TryPublish_ManyAtOnce_OneSucceeds()
    {
        const int Writers = 4;
        const int Rounds = 300;
        using var barrier = new Barrier(Writers);
        var wins = new string[Rounds][];

        void Publish(int writer)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var content = string.Create(CultureInfo.InvariantCulture, $"{round} by {writer}");
                var staged = Stage(content);
                barrier.SignalAndWait(Cancellation);
                var won = DurableFiles.TryPublish(staged, PathOf($"published-{round}"));
                lock (wins)
                {
                    wins[round] = won ? [.. wins[round] ?? [], content] : wins[round] ?? [];
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
            Task.Factory.StartNew(() => Publish(writer), Cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(wins, (winners, round) => Assert.Equal(File.ReadAllText(PathOf($"published-{round}")), Assert.Single(winners)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Stage(string content)
    {
        var path = PathOf($"staged-{Guid.NewGuid():N}");
        File.WriteAllText(path, content);
        return path;
    }
}
