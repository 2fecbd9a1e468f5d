using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Workflows.Tests.Orchestrations;

public sealed class SigningTests
{
    // Five parties, the lead first in the request; one after another, 30 days.
    private static readonly AgreementTerms Sequential = SampleRequests.Terms(SampleRequests.NorthernHeart);

    // Four parties, all at once.
    private static readonly AgreementTerms Parallel = SampleRequests.Terms(SampleRequests.NorthAtlanticOncology);

    [Fact]
    public async Task Signing_Sequential_AsksOneAfterAnotherAndTheLeadLast()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Sequential)).Id;
        await world.ApproveAllAsync(id);

        var order = new List<string>();
        for (var turn = 1; turn <= 5; turn++)
        {
            var state = await world.UntilAsync(id, state => state.Signing?.Turn.SingleOrDefault()?.RequestedAt is not null);
            Assert.Equal(turn, world.Mails.Count(mail => mail.Category == "signature-request"));
            var signatory = state.Signing!.Turn.Single().Person;
            order.Add(signatory.Party);
            Assert.IsType<Decision.Accepted>(await world.SignAsync(id, signatory.Key));
        }

        Assert.Equal(["Boreal Valley", "Keweenaw", "Twin Ports Heart", "Meridian", "Saint Brigid"], order);
        await world.UntilAsync(id, state => state.ExecutedPosition is not null);
    }

    [Fact]
    public async Task Signing_OutOfTurn_IsRefused()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Sequential)).Id;
        await world.ApproveAllAsync(id);
        await world.UntilAsync(id, state => state.Signing?.Turn.Single().RequestedAt is not null);

        var decision = await world.SignAsync(id, "signatory-1");

        Assert.Equal(RefusalReason.WrongState, Assert.IsType<Decision.Refused>(decision).Reason);
    }

    [Fact]
    public async Task Signing_SecondCopyOfOneSignatory_ChangesNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Parallel)).Id;
        await world.ApproveAllAsync(id);
        await world.UntilAsync(id, state => state.Signing?.Signatories.TrueForAll(signatory => signatory.RequestedAt is not null) == true);
        await world.SignAsync(id, "signatory-2", "first");

        var again = await world.SignAsync(id, "signatory-2", "second");

        Assert.IsType<Decision.NothingToDo>(again);
        var copies = (await world.ReadAsync(id)).Signing!.Signatories.Count(signatory => signatory.SignedAt is not null);
        Assert.Equal(1, copies);
    }

    [Fact]
    public async Task Signing_DeadlinePasses_ExpiresAndTellsEveryone()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Parallel)).Id;
        await world.ApproveAllAsync(id);
        var signing = (await world.UntilAsync(
            id, state => state.Signing?.Signatories.TrueForAll(signatory => signatory.RequestedAt is not null) == true)).Signing!;

        world.Clock.Advance(signing.Deadline - world.Clock.GetUtcNow());
        await world.UntilDoneAsync(id);

        Assert.Equal(AgreementStatus.Expired, (await world.ReadAsync(id)).Status);
        var people = Parallel.Request.Parties
            .SelectMany(party => party.Approvers.Select(approver => approver.Email).Append(party.Signatory.Email))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(people.Count(), world.Mails.Count(mail => mail.Category == "agreement-expired"));
    }

    [Fact]
    public async Task Signing_Withdrawn_Ends()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Parallel)).Id;
        await world.ApproveAllAsync(id);
        await world.UntilStatusAsync(id, AgreementStatus.Signing);

        Assert.IsType<Decision.Accepted>(await world.WithdrawAsync(id, "The financing fell through."));
        await world.UntilDoneAsync(id);

        Assert.Equal(AgreementStatus.Withdrawn, (await world.ReadAsync(id)).Status);
        Assert.Contains(world.Mails, mail => mail.Category == "agreement-withdrawn" && mail.Text.Contains("financing fell through", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_CopyThatIsRefused_IsNotStored()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Parallel)).Id;
        await world.ApproveAllAsync(id);
        await world.UntilAsync(id, state => state.Signing?.Find("signatory-1")?.RequestedAt is not null);
        var content = System.Text.Encoding.UTF8.GetBytes("a copy");

        var result = await world.Agreements.SignAsync(
            id, new SignedCopyUpload("signatory-1", UploadKind.Pdf, content, TypedName: "", null), CancellationToken.None);

        Assert.Equal(RefusalReason.Invalid, Assert.IsType<Decision.Refused>(result.Decision).Reason);
        Assert.Null(await world.Get<IDocumentStore>().OpenAsync(
            DocumentFolder.ForSignedCopies(id), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), CancellationToken.None));
    }
}
