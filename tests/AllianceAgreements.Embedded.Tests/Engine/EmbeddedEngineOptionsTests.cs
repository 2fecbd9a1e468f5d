using AllianceAgreements.Embedded.Engine;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class EmbeddedEngineOptionsTests
{
    private readonly EmbeddedEngineOptionsValidator _validator = new();

    [Fact]
    public void Validate_Defaults_NeedOnlyTheFolder()
    {
        Assert.True(_validator.Validate(null, new() { DataFolder = "data" }).Succeeded);
        Assert.Contains("DataFolder", Assert.Single(_validator.Validate(null, new()).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_EverythingOutOfRange_NamesEachAtOnce()
    {
        var result = _validator.Validate(null, new()
        {
            DataFolder = " ",
            MaxConcurrentEpisodes = 0,
            MaxConcurrentActivities = 1025,
            CommitLinger = TimeSpan.FromSeconds(1),
            MaxBatchSize = -1,
            DefaultVersion = null!,
        });

        Assert.Equal(
            ["DataFolder", "MaxConcurrentEpisodes", "MaxConcurrentActivities", "MaxBatchSize", "CommitLinger", "DefaultVersion"],
            result.Failures!.Select(failure => failure.Split(' ')[0]));
    }
}
