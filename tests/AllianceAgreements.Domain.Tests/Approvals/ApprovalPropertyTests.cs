using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Record;
using CsCheck;
using Xunit;
using static AllianceAgreements.Domain.Tests.Approvals.RoutedRounds;

namespace AllianceAgreements.Domain.Tests.Approvals;

/// <summary>Random routes and random attempts to decide, against the rule worked out the long way from what is in the record.</summary>
public sealed class ApprovalPropertyTests
{
    private static readonly Gen<(ScriptedAgreement Agreement, (string Key, ApprovalChoice Choice)[] Attempts)> Rounds =
        from parties in Gen.Int[2, 5]
        from approvers in Gen.Int[1, 2]
        from vote in Gen.Enum<PartyVote>()
        from stages in Stages(parties)
        from attempts in (
            from party in Gen.Int[1, parties]
            from approver in Gen.Int[1, approvers]
            from choice in Gen.Frequency((6, Gen.Const(ApprovalChoice.Approve)), (1, Gen.Const(ApprovalChoice.RequestChanges)), (1, Gen.Const(ApprovalChoice.Decline)))
            select ($"approver-{party}-{approver}", choice)).Array[0, 40]
        select (Begin(parties, approvers, vote, stages), attempts);

    [Fact]
    public void Decide_AnyAttemptsInAnyOrder_TheOutcomeIsTheRuleOnTheRecord()
    {
        var outcomes = new HashSet<ApprovalOutcome?>();
        Rounds.Sample(
            round =>
            {
                var agreement = round.Agreement;
                foreach (var (key, choice) in round.Attempts)
                {
                    var before = Oracle.OutcomeOf(agreement);
                    var answer = agreement.Decide(key, choice);
                    Assert.True(before is null || answer is not Decision.Accepted, "A decision was taken though the outcome was fixed.");
                }

                var decisions = agreement.Entries.Select(entry => Oracle.ApproverOf(entry.Event)).OfType<string>().ToList();
                Assert.Equal(decisions.Count, decisions.Distinct().Count());

                var expected = Oracle.OutcomeOf(agreement);
                var evaluation = ApprovalRules.Evaluate(agreement.State, 1, agreement.Now);
                Assert.Equal(expected, (evaluation as ApprovalEvaluation.Closed)?.Outcome);
                if (evaluation is ApprovalEvaluation.Open open)
                {
                    Assert.NotEmpty(open.MailDue);
                    Assert.All(open.MailDue, key => Assert.IsType<Decision.Accepted>(
                        ApprovalRules.Decide(agreement.State, agreement.Decision(key, ApprovalChoice.Approve), agreement.Now)));
                }

                lock (outcomes)
                {
                    outcomes.Add(expected);
                }
            },
            iter: 2000,
            print: round => string.Join(", ", round.Attempts.Select(attempt => $"{attempt.Key}: {attempt.Choice}")));

        Assert.Equal(
            [null, ApprovalOutcome.Approved, ApprovalOutcome.ChangesRequested, ApprovalOutcome.Declined],
            outcomes.Order());
    }

    [Fact]
    public void Revise_AfterAnyDecisions_KeepsNoneOfThem() => Rounds.Sample(
        round =>
        {
            var agreement = round.Agreement;
            foreach (var (key, choice) in round.Attempts)
            {
                agreement.Decide(key, choice);
            }

            agreement.Evaluate();
            if (agreement.Revise() is not Decision.Accepted)
            {
                return;
            }

            agreement.Draft();
            agreement.OpenRound();

            Assert.Equal(2, agreement.Round.Revision);
            Assert.All(agreement.Round.Approvers, approver => Assert.Null(approver.Choice));
            Assert.All(agreement.Round.Approvers, approver => Assert.IsNotType<Decision.Accepted>(ApprovalRules.Decide(
                agreement.State, agreement.Decision(approver.Person.Key, ApprovalChoice.Approve, revision: 1), agreement.Now)));
        },
        iter: 500);

    private static Gen<ApprovalStage[]> Stages(int parties) =>
        from early in StageOf(parties).Array[0, 2]
        from last in GroupOf(string.Concat(Enumerable.Range(0, parties).Select(Party)))
        select (ApprovalStage[])[.. early, Stage("Last", last)];

    private static Gen<ApprovalStage> StageOf(int parties) =>
        from groups in Gen.Shuffle(Enumerable.Range(0, parties).Select(Party).ToArray())
            .SelectMany(order => Gen.Int[1, parties].SelectMany(count => GroupOf(string.Concat(order[..count])))).Array[1, 2]
        select Stage("Early", groups);

    private static Gen<ApprovalGroup> GroupOf(string parties) =>
        from rule in Gen.Enum<DecisionRuleKind>()
        from count in Gen.Int[1, parties.Length]
        from lead in Gen.Int[0, parties.Length - 1]
        select Group(
            parties, rule, rule == DecisionRuleKind.Threshold ? count : null, rule == DecisionRuleKind.LeadOrganisation ? parties[lead].ToString() : null);

    /// <summary>The rule, by trying every way in which those who have not decided still could.</summary>
    private static class Oracle
    {
        private enum Vote
        {
            None,
            Yes,
            Changes,
            No,
        }

        public static string? ApproverOf(AgreementEvent @event) => @event switch
        {
            ApprovalGiven e => e.Approver,
            ChangesRequested e => e.Approver,
            ApprovalDeclined e => e.Approver,
            _ => null,
        };

        /// <summary>What the decisions in the record fix; null while anything is possible.</summary>
        public static ApprovalOutcome? OutcomeOf(ScriptedAgreement agreement)
        {
            var route = agreement.Round.Route;
            var votes = route.Stages.SelectMany(stage => stage.Groups).SelectMany(group => group.Parties).Distinct()
                .ToDictionary(party => party, party => VoteOf(agreement, party));
            foreach (var stage in route.Stages)
            {
                if (stage.Groups.All(group => Passes(group, party => votes[party] == Vote.Yes)))
                {
                    continue;
                }

                // Nobody beyond this stage is asked before it is passed, so what its own votes fix is the outcome.
                return stage.Groups.Any(group => !Passes(group, party => votes[party] != Vote.No)) ? ApprovalOutcome.Declined
                    : stage.Groups.Any(group => !Passes(group, party => votes[party] is Vote.None or Vote.Yes)) ? ApprovalOutcome.ChangesRequested
                    : null;
            }

            return ApprovalOutcome.Approved;
        }

        private static Vote VoteOf(ScriptedAgreement agreement, string party)
        {
            var own = agreement.Round.Approvers.Where(approver => approver.Person.Party == party).Select(approver => approver.Person.Key).ToList();
            var said = agreement.Entries.Select(entry => entry.Event).Where(@event => own.Contains(ApproverOf(@event)!)).ToList();
            return said.OfType<ApprovalDeclined>().Any() ? Vote.No
                : said.OfType<ChangesRequested>().Any() ? Vote.Changes
                : said.Count == own.Count || (said.Count > 0 && agreement.Round.Route.PartyVote == PartyVote.AnyApprover) ? Vote.Yes
                : Vote.None;
        }

        private static bool Passes(ApprovalGroup group, Func<string, bool> approves)
        {
            var yes = group.Parties.Count(approves);
            return group.Rule switch
            {
                DecisionRuleKind.Unanimous => group.Parties.All(approves),
                DecisionRuleKind.Majority => yes > group.Parties.Count - yes,
                DecisionRuleKind.Threshold => yes >= group.ThresholdCount,
                _ => approves(group.LeadParty!),
            };
        }
    }
}
