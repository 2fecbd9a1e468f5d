using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Workflows.Tests.Crashes;

/// <summary>Plays a schedule on a host that dies after so many crash points, life by life, and then lives on.</summary>
internal sealed class CrashingStage : IAsyncDisposable
{
    private static readonly AgreementTerms Terms = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, """
        $.parties[1].approvers[2] -
        $.parties[1].approvers[1] -
        $.parties[2].approvers[1] -
        """));

    private readonly AgreementWorld _world;
    private readonly Queue<int> _lives;
    private AgreementId _id;

    private CrashingStage(AgreementWorld world, IEnumerable<int> lives) => (_world, _lives) = (world, new Queue<int>(lives));

    /// <summary>How often the host died.</summary>
    public int Deaths { get; private set; }

    public static async Task<CrashingStage> StartAsync(IEnumerable<int> lives)
    {
        var stage = new CrashingStage(await AgreementWorld.StartAsync(), lives);
        await stage._world.StopHostAsync();
        await stage.LiveAsync();
        await stage.PlayAsync(async () => stage._id = (await stage._world.StartAgreementAsync(Terms, "start")).Id);
        return stage;
    }

    public async Task PlayAsync(IEnumerable<ScheduleStep> steps)
    {
        foreach (var (number, step) in steps.Index())
        {
            await PlayAsync(Command(step, number, AgreementState.Fold(_id, await ObserveAsync())!));
        }
    }

    /// <summary>What has become of the agreement.</summary>
    public async Task<ScheduleOutcome> ReadOutcomeAsync()
    {
        var entries = await ObserveAsync();
        var state = AgreementState.Fold(_id, entries)!;
        return new ScheduleOutcome(
            state,
            entries,
            _world.Mails,
            state.Archive is { } archive
                ? await ArchiveVerifier.VerifyAsync(_world.ArchiveOf(state), archive.ManifestSha256, CancellationToken.None)
                : null,
            _world.Clock.GetUtcNow());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    /// <summary>The record, read past the crash points: to look is no part of the schedule.</summary>
    private ValueTask<IReadOnlyList<RecordEntry>> ObserveAsync() =>
        _world.GetUnwrapped<IAgreementRecord>().ReadAsync(_id, CancellationToken.None);

    /// <summary>What somebody does who sees the agreement as it is now; done again, it is the same.</summary>
    private Func<Task> Command(ScheduleStep step, int number, AgreementState now)
    {
        switch (step)
        {
            case ScheduleStep.Decides { Who: var who, Choice: var choice } when now.Latest.Round is { } round:
                return () => DecideAsync(round, round.Approvers[who % round.Approvers.Count], choice);
            case ScheduleStep.AllApprove when now.Latest.Round is { } round:
                return () => ForEachAsync(round.Approvers, approver => DecideAsync(round, approver, ApprovalChoice.Approve));
            case ScheduleStep.Signs { Who: var who } when now.Signing is { } signing:
                return () => _world.SignAsync(_id, signing.Signatories[who % signing.Signatories.Count].Person.Key);
            case ScheduleStep.AllSign when now.Signing is { } signing:
                return () => ForEachAsync(signing.Signatories, signatory => _world.SignAsync(_id, signatory.Person.Key));
            case ScheduleStep.Revises { ReviewMonths: var months }:
                return () => _world.ReviseAsync(_id, Revised(months), $"revise-{number}");
            case ScheduleStep.Withdraws:
                return () => _world.WithdrawAsync(_id);
            case ScheduleStep.HostRestarts:
                return _world.RestartHostAsync;
            case ScheduleStep.DaysPass { Days: var days }:
                _world.Clock.Advance(TimeSpan.FromDays(days));
                return () => Task.CompletedTask;
            default:
                return () => Task.CompletedTask;
        }
    }

    private static AgreementTerms Revised(int months) => SampleRequests.Accept(CanonicalJson.Write(
        Terms.Request with { Term = Terms.Request.Term with { StructuralReviewMonths = months } }));

    private static async Task ForEachAsync<T>(IEnumerable<T> people, Func<T, Task> act)
    {
        foreach (var person in people)
        {
            await act(person);
        }
    }

    private async Task DecideAsync(ApprovalRound round, ApproverState approver, ApprovalChoice choice) => await _world.Agreements.DecideAsync(
        _id,
        new ApprovalDecision(round.Revision, approver.Person.Key, choice, round.DocumentSha256, approver.Person.Name, "As discussed.", null),
        CancellationToken.None);

    /// <summary>Does it, and again after a crash, until it is done and everything it set off too.</summary>
    private async Task PlayAsync(Func<Task> command)
    {
        var done = false;
        var interrupted = false;
        while (true)
        {
            try
            {
                if (interrupted)
                {
                    await _world.Get<IndexRepair>().RepairAllAsync(CancellationToken.None);
                    await _world.Get<AgreementSweep>().WakeInterruptedAsync(CancellationToken.None);
                    interrupted = false;
                }

                if (!done)
                {
                    await command();
                    done = true;
                }

                await _world.UntilIdleAsync();
                return;
            }
            catch (Exception e) when (e is EngineStoppedException or SimulatedCrashException || e.InnerException is SimulatedCrashException)
            {
                Deaths++;
                await _world.StopHostAsync();
                await LiveAsync();
                interrupted = true;
            }
        }
    }

    /// <summary>Starts the host, and has it die after so many points; without end once there are no more deaths.</summary>
    private Task LiveAsync()
    {
        _world.OnCrashPoint = _lives.TryDequeue(out var points) ? new MortalLife(points).Reached : _ => { };
        return _world.StartHostAsync();
    }

    private sealed class MortalLife(int points)
    {
        private int _pointsLeft = points;

        public void Reached(string name)
        {
            // Once dead, whatever still runs of this life dies at its next point as well.
            if (Interlocked.Decrement(ref _pointsLeft) <= 0)
            {
                throw new SimulatedCrashException();
            }
        }
    }

    private sealed class SimulatedCrashException : Exception;
}
