using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Archive;

public sealed class LegalHoldRulesTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Actor Ada = new(ActorKind.Administrator, "Ada Admin");

    private static readonly RecordEntry Started = RecordEntry.After(
        null,
        new AgreementStarted(
            "AA-2027-7F3K-9Q2M", AllianceForm.JointVenture, "Imaging", [],
            new DocumentReference(DocumentKind.Terms, "terms.json", new string('0', 64), 1), []),
        Actor.System,
        At);

    [Fact]
    public void Put_Archived_IsRecordedWithWhoAndWhy()
    {
        var decision = LegalHoldRules.Put(Archived(), " Smith v. Northern ", Ada);

        var put = Assert.IsType<LegalHoldPut>(Assert.Single(Assert.IsType<Decision.Accepted>(decision).Events));
        Assert.Equal("Smith v. Northern", put.Reason);
        Assert.Equal([new LegalHold("Smith v. Northern", "Ada Admin", At)], Archived(put).LegalHolds);
    }

    [Fact]
    public void Put_SameReasonAgain_IsNothingToDo() =>
        Assert.IsType<Decision.NothingToDo>(LegalHoldRules.Put(Archived(new LegalHoldPut("Smith")), " Smith", Ada));

    [Fact]
    public void Put_AnotherReason_IsRecordedBesideTheFirst()
    {
        Assert.IsType<Decision.Accepted>(LegalHoldRules.Put(Archived(new LegalHoldPut("Smith")), "Audit", Ada));
        Assert.Equal(["Smith", "Audit"], Archived(new LegalHoldPut("Smith"), new LegalHoldPut("Audit")).LegalHolds.Select(hold => hold.Reason));
    }

    [Fact]
    public void Put_NotArchived_IsRefused() => AssertRefused(
        RefusalReason.WrongState, "AA-2027-7F3K-9Q2M is not archived yet", LegalHoldRules.Put(AgreementState.Fold(AgreementId.New(), [Started])!, "Smith", Ada));

    [Fact]
    public void Put_WithoutAReasonOrWithALongOne_IsRefused()
    {
        AssertRefused(RefusalReason.Invalid, "1 to 1,000 characters", LegalHoldRules.Put(Archived(), " ", Ada));
        AssertRefused(RefusalReason.Invalid, "1 to 1,000 characters", LegalHoldRules.Put(Archived(), new string('x', LegalHoldRules.MaximumReason + 1), Ada));
    }

    [Fact]
    public void Lift_Held_EndsEveryHold()
    {
        AgreementEvent[] held = [new LegalHoldPut("Smith"), new LegalHoldPut("Audit")];

        var decision = LegalHoldRules.Lift(Archived(held), "Settled", Ada, isHeld: true);

        var lifted = Assert.IsType<LegalHoldLifted>(Assert.Single(Assert.IsType<Decision.Accepted>(decision).Events));
        Assert.Empty(Archived([.. held, lifted]).LegalHolds);
    }

    [Fact]
    public void Lift_HeldWithoutAnEntry_IsRecordedAllTheSame() =>
        Assert.IsType<Decision.Accepted>(LegalHoldRules.Lift(Archived(), "Settled", Ada, isHeld: true));

    [Fact]
    public void Lift_ForTheSameReasonWhatIsStillHeld_IsNothingToDo()
    {
        AgreementEvent[] lifted = [new LegalHoldPut("Smith"), new LegalHoldLifted("Settled")];

        Assert.IsType<Decision.NothingToDo>(LegalHoldRules.Lift(Archived(lifted), " Settled", Ada, isHeld: true));
        Assert.IsType<Decision.Accepted>(LegalHoldRules.Lift(Archived(lifted), "Withdrawn", Ada, isHeld: true));
        Assert.IsType<Decision.Accepted>(LegalHoldRules.Lift(Archived([.. lifted, new LegalHoldPut("Audit")]), "Settled", Ada, isHeld: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void PutAndLift_NobodyNamed_IsRefused(string? name)
    {
        var nobody = new Actor(ActorKind.Administrator, name ?? new string('x', LegalHoldRules.MaximumName + 1));

        AssertRefused(RefusalReason.Invalid, "who decided it, in 1 to 200 characters", LegalHoldRules.Put(Archived(), "Smith", nobody));
        AssertRefused(RefusalReason.Invalid, "who decided it, in 1 to 200 characters", LegalHoldRules.Lift(Archived(), "Settled", nobody, isHeld: true));
    }

    [Fact]
    public void Lift_NotHeld_IsNothingToDo() =>
        Assert.IsType<Decision.NothingToDo>(LegalHoldRules.Lift(Archived(), "Settled", Ada, isHeld: false));

    private static void AssertRefused(RefusalReason reason, string message, Decision decision)
    {
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(reason, refused.Reason);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>An archived agreement after some more entries, through the bytes they are stored in.</summary>
    private static AgreementState Archived(params AgreementEvent[] events)
    {
        List<RecordEntry> entries = [Started];
        foreach (var @event in (AgreementEvent[])[new AgreementArchived(new string('a', 64), "AA-2027-7F3K-9Q2M-0123"), .. events])
        {
            entries.Add(RecordEntry.Parse(RecordEntry.After(entries[^1], @event, Ada, At).Line));
        }

        return AgreementState.Fold(AgreementId.New(), entries)!;
    }
}
