using AllianceAgreements.Domain.Approvals;
using CsCheck;

namespace AllianceAgreements.Workflows.Tests.Crashes;

/// <summary>One thing that happens to an agreement from outside. Whom it concerns is a number, taken modulo how many there are.</summary>
internal abstract record ScheduleStep
{
    private ScheduleStep()
    {
    }

    /// <summary>Any schedule, with enough approvals and signatures that many agreements come to their end.</summary>
    public static Gen<ScheduleStep[]> GenSchedule { get; } = Gen.Frequency(
        (4, Gen.Select(Gen.Int[0, 9], Gen.Frequency(
                (6, Gen.Const(ApprovalChoice.Approve)),
                (2, Gen.Const(ApprovalChoice.RequestChanges)),
                (1, Gen.Const(ApprovalChoice.Decline))))
            .Select(ScheduleStep (who, choice) => new Decides(who, choice))),
        (4, Gen.Const<ScheduleStep>(new AllApprove())),
        (2, Gen.Int[12, 18].Select(ScheduleStep (months) => new Revises(months))),
        (3, Gen.Int[0, 9].Select(ScheduleStep (who) => new Signs(who))),
        (3, Gen.Const<ScheduleStep>(new AllSign())),
        (3, Gen.Int[1, 12].Select(ScheduleStep (days) => new DaysPass(days))),
        (1, Gen.Const<ScheduleStep>(new Withdraws())),
        (1, Gen.Const<ScheduleStep>(new HostRestarts()))).Array[1, 12];

    public sealed record Decides(int Who, ApprovalChoice Choice) : ScheduleStep;

    public sealed record AllApprove : ScheduleStep;

    public sealed record Revises(int ReviewMonths) : ScheduleStep;

    public sealed record Signs(int Who) : ScheduleStep;

    public sealed record AllSign : ScheduleStep;

    public sealed record DaysPass(int Days) : ScheduleStep;

    public sealed record Withdraws : ScheduleStep;

    public sealed record HostRestarts : ScheduleStep;
}
