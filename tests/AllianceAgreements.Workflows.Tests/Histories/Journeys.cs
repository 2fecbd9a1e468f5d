using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Embedded.Engine.Client;
using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Workflows.Tests.Histories;

/// <summary>Lives of agreements that together take their orchestrations through every kind of step, and the histories they leave.</summary>
internal static class Journeys
{
    // Five parties, nine approvers; a reminder every 5 days; signed one after another.
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthernHeart);

    /// <summary>One approval and a reminder, changes asked for, a second round approved by all, five signatures in order, the archive.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredHistory>> ArchivedAsync(AgreementWorld world)
    {
        var id = await UntilApprovalWaitsAsync(world);
        await world.DecideAsync(id, "approver-1-1", ApprovalChoice.Approve);
        await world.UntilWaitingAsync(InstanceIds.Approval(id, 1), woken: 1);
        world.Clock.Advance(TimeSpan.FromDays(5));
        await world.UntilAsync(id, state => state.Latest.Round!.Approvers.Sum(approver => approver.Reminders) == 8);
        await world.UntilWaitingAsync(InstanceIds.Approval(id, 1));
        await world.DecideAsync(id, "approver-2-1", ApprovalChoice.RequestChanges, "Twelve months, please.");
        await world.UntilStatusAsync(id, AgreementStatus.ChangesRequested);
        await world.UntilWaitingAsync(InstanceIds.Agreement(id));
        await world.ReviseAsync(id, SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.title = \"A better title\"")));
        await world.UntilAllAskedAsync(id, revision: 2);
        await world.UntilWaitingAsync(InstanceIds.Approval(id, 2));
        await world.ApproveAllAsync(id, revision: 2);
        for (var turn = 1; turn <= 5; turn++)
        {
            var state = await world.UntilAsync(id, state => state.Signing?.Turn.SingleOrDefault()?.RequestedAt is not null);
            await world.UntilWaitingAsync(InstanceIds.Signing(id));
            await world.SignAsync(id, state.Signing!.Turn.Single().Person.Key);
        }

        await world.UntilDoneAsync(id);
        return await TakeAsync(world, new()
        {
            ["archived-agreement"] = InstanceIds.Agreement(id),
            ["archived-approval-of-revision-1"] = InstanceIds.Approval(id, 1),
            ["archived-approval-of-revision-2"] = InstanceIds.Approval(id, 2),
            ["archived-signing"] = InstanceIds.Signing(id),
        });
    }

    /// <summary>One approval, then one no.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredHistory>> DeclinedAsync(AgreementWorld world)
    {
        var id = await UntilApprovalWaitsAsync(world);
        await world.DecideAsync(id, "approver-1-1", ApprovalChoice.Approve);
        await world.UntilWaitingAsync(InstanceIds.Approval(id, 1), woken: 1);
        await world.DecideAsync(id, "approver-3-1", ApprovalChoice.Decline, "Our board has voted against it.");
        await world.UntilDoneAsync(id);
        return await TakeAsync(world, new()
        {
            ["declined-agreement"] = InstanceIds.Agreement(id),
            ["declined-approval"] = InstanceIds.Approval(id, 1),
        });
    }

    /// <summary>Everybody has been asked and nobody has answered: both orchestrations are in flight.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredHistory>> WaitingAsync(AgreementWorld world)
    {
        var id = await UntilApprovalWaitsAsync(world);
        return await TakeAsync(world, new()
        {
            ["waiting-agreement"] = InstanceIds.Agreement(id),
            ["waiting-approval"] = InstanceIds.Approval(id, 1),
        });
    }

    private static async Task<AgreementId> UntilApprovalWaitsAsync(AgreementWorld world)
    {
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.UntilWaitingAsync(InstanceIds.Approval(id, 1));
        return id;
    }

    private static async Task<IReadOnlyDictionary<string, StoredHistory>> TakeAsync(AgreementWorld world, Dictionary<string, string> instances)
    {
        var taken = new Dictionary<string, StoredHistory>(StringComparer.Ordinal);
        foreach (var (name, instance) in instances)
        {
            taken.Add(name, await world.Get<IStoredHistories>().GetAsync(instance));
        }

        return taken;
    }
}
