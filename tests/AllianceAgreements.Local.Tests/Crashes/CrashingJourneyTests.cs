using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>Kills the product (SIGKILL) between and inside the steps of an agreement's whole journey, and starts it again.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Where to die is no secret.")]
public sealed class CrashingJourneyTests
{
    // The journey has more; fewer would mean that the points are not reached any more.
    private const int FewestPoints = 80;
    private const int FewestPointsOfALife = 150;

    [Fact]
    public async Task Kill_OnceAtEveryPoint_EndsAsWithout()
    {
        var calm = await RunAsync(() => Death.None, repeats: true);
        Assert.Empty(calm.Deaths);
        Assert.True(calm.Passed.Count >= FewestPoints, $"Only {calm.Passed.Count} points were passed.");

        // Who dies before a write has people repeat what they did; who dies after it must get along without.
        var killed = await Task.WhenAll(KillAtEachAsync("before", repeats: true), KillAtEachAsync("after", repeats: false));

        Assert.Empty(calm.Passed.Except(killed.SelectMany(host => host.Deaths)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Kill_AtRandomPoints_EndsAsWithout(bool repeats)
    {
        var seed = Random.Shared.Next();
        try
        {
            var random = new Random(seed);
            var lives = 8;
            await RunAsync(() => lives-- > 0 ? Death.AfterPoints(random.Next(1, FewestPointsOfALife)) : Death.None, repeats);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"With the seed {seed}: {exception.Message}", exception);
        }
    }

    private static async Task<MortalHost> KillAtEachAsync(string prefix, bool repeats)
    {
        var deaths = new List<string>();
        var host = await RunAsync(() => Death.AtNew(prefix, deaths), repeats, deaths);
        Assert.Distinct(host.Deaths);
        return host;
    }

    private static async Task<MortalHost> RunAsync(Func<Death> nextDeath, bool repeats, List<string>? deaths = null)
    {
        var folder = Directory.CreateTempSubdirectory("agreements-crash-").FullName;
        try
        {
            await using var host = new MortalHost(folder, nextDeath, deaths ?? []);
            await new CrashingJourney(host, repeats).RunAsync();
            await JourneyEvidence.CheckAsync(folder, host.Deaths.Count);
            return host;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
