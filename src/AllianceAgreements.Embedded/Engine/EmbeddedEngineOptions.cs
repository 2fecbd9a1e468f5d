using Microsoft.Extensions.Options;

namespace AllianceAgreements.Embedded.Engine;

/// <summary>How the embedded engine runs. The defaults suit one machine; only <see cref="DataFolder"/> must be set.</summary>
public sealed class EmbeddedEngineOptions
{
    /// <summary>Where <c>orchestrations.db</c> lives; created if missing. One process at a time.</summary>
    public string DataFolder { get; set; } = string.Empty;

    /// <summary>
    /// Orchestration episodes that run at once, 1 to 256. Default: the number of processors, at least 2. Episodes only
    /// compute, so more than the processors gain nothing.
    /// </summary>
    public int MaxConcurrentEpisodes { get; set; } = Math.Clamp(Environment.ProcessorCount, 2, 256);

    /// <summary>Activities that run at once, 1 to 1,024. Default 32. They mostly wait for the world; lower it to spare what they call.</summary>
    public int MaxConcurrentActivities { get; set; } = 32;

    /// <summary>
    /// How long a transaction stays open for the episodes it has set off, so that they share its commit, 0 to 100 ms.
    /// Default 2 ms. Longer gives fewer commits under load and later answers; 0 commits every step by itself.
    /// </summary>
    public TimeSpan CommitLinger { get; set; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Commands that share one commit at most, 1 to 10,000. Default 512.</summary>
    public int MaxBatchSize { get; set; } = 512;

    /// <summary>The version given to instances started without one, and to sub-orchestrations. Default empty.</summary>
    public string DefaultVersion { get; set; } = string.Empty;
}

internal sealed class EmbeddedEngineOptionsValidator : IValidateOptions<EmbeddedEngineOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddedEngineOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.DataFolder))
        {
            faults.Add("DataFolder must name a folder.");
        }

        CheckRange(faults, nameof(options.MaxConcurrentEpisodes), options.MaxConcurrentEpisodes, 256);
        CheckRange(faults, nameof(options.MaxConcurrentActivities), options.MaxConcurrentActivities, 1024);
        CheckRange(faults, nameof(options.MaxBatchSize), options.MaxBatchSize, 10_000);
        if (options.CommitLinger < TimeSpan.Zero || options.CommitLinger > TimeSpan.FromMilliseconds(100))
        {
            faults.Add($"CommitLinger must be 0 to 100 ms; it is {options.CommitLinger.TotalMilliseconds} ms.");
        }

        if (options.DefaultVersion is null)
        {
            faults.Add("DefaultVersion must not be null; leave it empty for none.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckRange(List<string> faults, string name, int value, int max)
    {
        if (value < 1 || value > max)
        {
            faults.Add($"{name} must be 1 to {max}; it is {value}.");
        }
    }
}
