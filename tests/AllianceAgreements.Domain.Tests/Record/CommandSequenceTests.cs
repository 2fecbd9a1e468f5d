using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Record;

/// <summary>Laws that hold whatever commands come in, in whatever order, late, doubled or on stale pages.</summary>
public sealed class CommandSequenceTests
{
    private static readonly Gen<Action<ScriptedAgreement>> Command = Gen.Frequency(
        (2, Gen.Const<Action<ScriptedAgreement>>(agreement => agreement.Draft())),
        (2, Gen.Const<Action<ScriptedAgreement>>(agreement => agreement.OpenRound())),
        (8, Gen.Select(Approver, Gen.Frequency((30, ApprovalChoice.Approve), (1, ApprovalChoice.RequestChanges), (1, ApprovalChoice.Decline)), Gen.Int[0, 3], Decide)),
        (3, Gen.Const<Action<ScriptedAgreement>>(ApproveAll)),
        (3, Gen.Const<Action<ScriptedAgreement>>(agreement => agreement.Evaluate())),
        (1, Gen.Int[0, 2].Select<int, Action<ScriptedAgreement>>(key => agreement => agreement.Revise(key == 0 ? null : $"key {key}"))),
        (2, Gen.Const<Action<ScriptedAgreement>>(agreement => agreement.OpenSigning())),
        (8, Gen.Int[1, 5].Select<int, Action<ScriptedAgreement>>(n => agreement => agreement.Sign($"signatory-{n}"))),
        (2, Gen.Const<Action<ScriptedAgreement>>(SignAll)),
        (3, Gen.Const<Action<ScriptedAgreement>>(agreement => agreement.EvaluateSigning())),
        (1, Gen.Const<Action<ScriptedAgreement>>(agreement => agreement.Now = agreement.Now.AddDays(2))));

    private static readonly Gen<(SigningOrder Order, Action<ScriptedAgreement>[] Commands)> Life =
        Gen.Select(Gen.Enum<SigningOrder>(), Gen.Frequency((150, Command), (1, Gen.Const<Action<ScriptedAgreement>>(a => a.Withdraw()))).Array[1, 80]);

    private static Gen<string> Approver => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 2]).Select((party, person) => $"approver-{party}-{person}");

    [Fact]
    public void AnyCommands_ApprovalsSignaturesAndExecution_KeepTheRules()
    {
        var executions = 0;
        Life.Sample(life =>
        {
            var agreement = Run(life.Order, life.Commands);

            AssertDecisionsStand(agreement);
            if (agreement.Entries.Exists(entry => entry.Event is AgreementExecuted))
            {
                Interlocked.Increment(ref executions);
                AssertExecutedByAll(agreement);
            }
        }, iter: 1_500);

        Assert.True(executions > 10, $"Only {executions} of the lives came to an execution, too few to say anything about it.");
    }

    [Fact]
    public void AnyCommands_Record_IsChainedAndFoldsTheSameFromItsLines() => Life.Sample(life =>
    {
        var agreement = Run(life.Order, life.Commands);
        var read = agreement.Entries.ConvertAll(entry => RecordEntry.Parse(entry.Line.ToArray()));

        Assert.Null(RecordChain.FindFault(read.Select(entry => entry.Line)));
        var folded = AgreementState.Fold(agreement.Id, read)!;
        Assert.Equivalent(agreement.State.Summarise(), folded.Summarise(), strict: true);
        Assert.Equivalent(agreement.State.Revisions, folded.Revisions, strict: true);
        Assert.Equivalent(agreement.State.Signing, folded.Signing, strict: true);
        Assert.Equal(agreement.State.Reason, folded.Reason);
    }, iter: 300);

    private static ScriptedAgreement Run(SigningOrder order, IEnumerable<Action<ScriptedAgreement>> commands)
    {
        var agreement = ScriptedAgreement.Begin(order);
        foreach (var command in commands)
        {
            command(agreement);
        }

        return agreement;
    }

    private static Action<ScriptedAgreement> Decide(string approver, ApprovalChoice choice, int page) => agreement =>
    {
        // A page may have been open since an earlier revision, or show a document that is none of this agreement's.
        var revision = page == 1 ? 1 : agreement.State.Latest.Number;
        var decision = agreement.Decision(approver, choice, revision);
        agreement.Do(ApprovalRules.Decide(
            agreement.State, page == 2 ? decision with { DocumentSha256 = new string('b', 64) } : decision, agreement.Now));
    };

    private static void ApproveAll(ScriptedAgreement agreement)
    {
        foreach (var approver in agreement.State.Latest.Round?.Approvers ?? [])
        {
            agreement.Decide(approver.Person.Key, ApprovalChoice.Approve);
        }
    }

    private static void SignAll(ScriptedAgreement agreement)
    {
        foreach (var signatory in agreement.State.Signing?.Signatories ?? [])
        {
            agreement.Sign(signatory.Person.Key);
        }
    }

    private static void AssertDecisionsStand(ScriptedAgreement agreement)
    {
        var decided = new HashSet<(int, string)>();
        var documents = new Dictionary<int, string>();
        foreach (var entry in agreement.Entries)
        {
            var decision = entry.Event switch
            {
                ApprovalGiven e => (e.Revision, e.Approver),
                ChangesRequested e => (e.Revision, e.Approver),
                ApprovalDeclined e => (e.Revision, e.Approver),
                _ => ((int Revision, string Approver)?)null,
            };
            Assert.True(decision is null || decided.Add(decision.Value), $"{decision} was decided twice.");
            if (entry.Event is DraftGenerated drafted)
            {
                Assert.True(documents.TryAdd(drafted.Revision, drafted.Document.Sha256), $"Revision {drafted.Revision} was drafted twice.");
            }

            if (entry.Event is ApprovalGiven approval)
            {
                Assert.Equal(documents[approval.Revision], approval.DocumentSha256);
            }
        }
    }

    private static void AssertExecutedByAll(ScriptedAgreement agreement)
    {
        var events = agreement.Entries.Select(entry => entry.Event).ToList();
        var executed = Assert.Single(events.OfType<AgreementExecuted>());
        var parties = agreement.Terms.Request.Parties;
        Assert.Equal(executed.Revision, agreement.State.Latest.Number);
        Assert.Equal(
            parties.SelectMany((party, p) => party.Approvers.Select((_, a) => $"approver-{p + 1}-{a + 1}")).Order(StringComparer.Ordinal),
            events.OfType<ApprovalGiven>().Where(e => e.Revision == executed.Revision && e.DocumentSha256 == executed.DocumentSha256)
                .Select(e => e.Approver).Order(StringComparer.Ordinal));
        Assert.Equal(
            parties.Select((_, p) => $"signatory-{p + 1}").Order(StringComparer.Ordinal),
            events.OfType<Signed>().Select(e => e.Signatory).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(events, e => e is AgreementWithdrawn or ApprovalDeclined);

        // What the rules let through, the archive accepts.
        Assert.NotEmpty(ArchiveBuilder.Build(agreement.Id, agreement.Entries, agreement.Documents).Files);
    }
}
