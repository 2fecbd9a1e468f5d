using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Testing.Histories;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Tests.Histories;

/// <summary>Agreements that a released version left in flight must go on under today's code. Never change a committed history.</summary>
public sealed class StoredHistoryTests
{
    internal static readonly HistoryFiles Stored = new("Histories");

    public static TheoryData<string> Files => [.. Stored.Names];

    public static TheoryData<string> Approvals => [.. Stored.Names.Where(name => Read(name).Name == ApprovalOrchestration.Name.Value)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Replay_StoredHistory_TodaysCodeDoesTheSame(string file) => HistoryReplayer.Replay(AgreementCatalog.Create(), Read(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void Replay_HistoryUpToAnyEpisode_TodaysCodeDoesTheSame(string file)
    {
        var history = Read(file);
        var ends = history.Events.Index().Where(e => e.Item.Type == HistoryEventType.OrchestratorStarted && e.Index > 0).ToList();

        Assert.NotEmpty(ends);
        Assert.All(ends, end => HistoryReplayer.Replay(AgreementCatalog.Create(), history with { Events = [.. history.Events.Take(end.Index)] }));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Catalog_StepsOfStoredHistory_AreStillRegistered(string file)
    {
        var catalog = AgreementCatalog.Create();

        Assert.All(Steps(HistoryEventType.TaskScheduled), name => Assert.Contains(name, catalog.Activities));
        Assert.All(Steps(HistoryEventType.SubOrchestrationScheduled), name => Assert.Contains(name, catalog.Orchestrators));

        IEnumerable<string> Steps(HistoryEventType type) => Read(file).Events.Where(e => e.Type == type).Select(e => e.Name!);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void InstanceIds_InstanceOfStoredHistory_IsWokenUnderItsId(string file)
    {
        var history = Read(file);
        var input = history.Events.Single(e => e.Type == HistoryEventType.ExecutionStarted).Data;

        var today = history.Name switch
        {
            "Approval" when OrchestrationJson.Deserialize<RevisionStep>(input) is { } step => InstanceIds.Approval(step.Agreement, step.Revision),
            "Signing" when OrchestrationJson.Deserialize<AgreementStep>(input) is { } step => InstanceIds.Signing(step.Agreement),
            _ => InstanceIds.Agreement(OrchestrationJson.Deserialize<AgreementStep>(input)!.Agreement),
        };

        Assert.Equal(history.InstanceId, today);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Stored_EveryFile_HoldsNeitherLinksNorAddresses(string file)
    {
        var text = Stored.Read(file);

        Assert.DoesNotContain("http", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Approvals))]
    public void Replay_ApprovalLooksBeforeTheRoundIsOpen_ShowsBothSides(string file)
    {
        var fault = FaultOf<LooksFirst>(file);

        Assert.Contains("TaskScheduled 'OpenApprovalRound' (#0)", fault.Expected, StringComparison.Ordinal);
        Assert.Contains("TaskScheduled 'EvaluateApprovalRound' (#0)", fault.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Approvals))]
    public void Replay_ApprovalMailsOneAfterAnother_ShowsBothSides(string file)
    {
        var fault = FaultOf<MailsOneAfterAnother>(file);

        Assert.Contains("TaskScheduled 'SendApprovalMail' (#3)", fault.Expected, StringComparison.Ordinal);
        Assert.Equal("nothing, it waits", fault.Actual);
    }

    private static StoredHistory Read(string file) => StoredHistory.Parse(Stored.Read(file));

    private static NonDeterministicOrchestrationException FaultOf<TApproval>(string file)
        where TApproval : Orchestrator<RevisionStep, ApprovalOutcome>, new()
    {
        var departed = new OrchestrationCatalog().AddOrchestrator(ApprovalOrchestration.Name, () => new TApproval());
        return Assert.Throws<NonDeterministicOrchestrationException>(() => HistoryReplayer.Replay(departed, Read(file)));
    }

    private sealed class LooksFirst : Orchestrator<RevisionStep, ApprovalOutcome>
    {
        public override async Task<ApprovalOutcome> RunAsync(OrchestrationContext context, RevisionStep input)
        {
            var round = await context.CallActivityAsync(Activities.EvaluateApprovalRound.Name, input);
            return round.Outcome ?? ApprovalOutcome.Expired;
        }
    }

    /// <summary>A change that looks harmless: the same steps in the same order, but each awaited before the next.</summary>
    private sealed class MailsOneAfterAnother : Orchestrator<RevisionStep, ApprovalOutcome>
    {
        public override async Task<ApprovalOutcome> RunAsync(OrchestrationContext context, RevisionStep input)
        {
            await context.CallActivityAsync(Activities.OpenApprovalRound.Name, input);
            var round = await context.CallActivityAsync(Activities.EvaluateApprovalRound.Name, input);
            foreach (var approver in round.MailDue)
            {
                await context.CallActivityAsync(Activities.SendApprovalMail.Name, new MailStep(input.Agreement, input.Revision, approver));
            }

            return ApprovalOutcome.Expired;
        }
    }
}
