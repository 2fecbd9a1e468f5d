using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// Purges orchestrations that ended long ago, so that lists and stores grow with what goes on, not with all there ever was. Nothing of an
/// agreement is lost: its record is elsewhere, and says that nothing is due.
/// </summary>
public sealed class EndedOrchestrations(
    IOrchestrationClient client, AgreementRepository agreements, EndedOrchestrationsOptions options, TimeProvider time,
    ILogger<EndedOrchestrations> logger)
{
    /// <summary>How long a run takes, at the most, beside what it has in hand then; the next goes on. Below the time that a function may take.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(20);

    private const int PageSize = 200;
    private const int AgreementsAtOnce = 8;

    // Failed ones are for administrators, who have to see why; the sweep starts over those whose agreement goes on.
    private static readonly OrchestrationRuntimeStatus[] Purgeable = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>
    /// Purges completed and terminated instances, with their ended children, as long after their end as
    /// <see cref="EndedOrchestrationsOptions.KeepEndedDays"/> says. One that was terminated while its agreement goes on stays: as long as it is
    /// there, the sweep leaves that agreement alone, as the administrator wanted. Returns how many instances went.
    /// </summary>
    public async ValueTask<int> PurgeAsync(CancellationToken cancellationToken)
    {
        if (options.KeepEndedDays == 0)
        {
            return 0;
        }

        var begun = time.GetTimestamp();
        var endedBefore = time.GetUtcNow().AddDays(-options.KeepEndedDays);
        var run = new Run();

        // What ended before was created before, too; the end itself is nothing that every engine can filter by.
        var query = new OrchestrationQuery { Statuses = Purgeable, CreatedTo = endedBefore, PageSize = PageSize };
        do
        {
            var page = await client.GetInstancesAsync(query, cancellationToken);
            await PurgeAsync(page.Items.Where(instance => instance.LastUpdatedAt < endedBefore), run, cancellationToken);
            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null && time.GetElapsedTime(begun) < LongestRun);

        logger.OrchestrationsPurged(run.Purged, run.Kept, query.ContinuationToken is null);
        if (run.Failed > 0)
        {
            logger.NotPurged(run.Failed, run.LastFailure);
        }

        return run.Purged;
    }

    /// <summary>Those of one agreement one after another: the purge of a parent takes its children along.</summary>
    private Task PurgeAsync(IEnumerable<OrchestrationMetadata> ended, Run run, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        ended.GroupBy(instance => InstanceIds.AgreementOf(instance.InstanceId)?.Value ?? instance.InstanceId, StringComparer.Ordinal),
        new ParallelOptions { MaxDegreeOfParallelism = AgreementsAtOnce, CancellationToken = cancellationToken },
        async (ofOne, token) =>
        {
            foreach (var instance in ofOne)
            {
                await PurgeAsync(instance, run, token);
            }
        });

    private async ValueTask PurgeAsync(OrchestrationMetadata instance, Run run, CancellationToken cancellationToken)
    {
        try
        {
            if (await HoldsAgreementAsync(instance, cancellationToken))
            {
                Interlocked.Increment(ref run.Kept);
                return;
            }

            Interlocked.Add(ref run.Purged, await client.PurgeInstanceAsync(instance.InstanceId, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One that cannot be purged, or whose record cannot be read, must not keep the others; the next run tries it again.
            Interlocked.Increment(ref run.Failed);
            Volatile.Write(ref run.LastFailure, exception);
        }
    }

    private async ValueTask<bool> HoldsAgreementAsync(OrchestrationMetadata instance, CancellationToken cancellationToken) =>
        instance.RuntimeStatus == OrchestrationRuntimeStatus.Terminated
        && InstanceIds.AgreementOf(instance.InstanceId) is { } id
        && await agreements.FindAsync(id, cancellationToken) is { } state
        && (!state.Status.IsFinal() || state.Summarise().NextDue is not null);

    /// <summary>What became of the instances of a run.</summary>
    private sealed class Run
    {
        public int Purged;
        public int Kept;
        public int Failed;
        public Exception? LastFailure;
    }
}
