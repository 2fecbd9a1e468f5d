using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Workflows.Activities;
using AllianceAgreements.Workflows.Orchestrations;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Workflows.Tests.Orchestrations;

public sealed class ArchivingTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthAtlanticOncology);

    [Fact]
    public async Task Archive_EverySignatureIn_VerifiesAndEveryoneLearnsTheFingerprint()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await ExecuteAsync(world);

        Assert.Equal(AgreementStatus.Archived, state.Status);
        var intact = Assert.IsType<ArchiveVerification.Intact>(await ArchiveVerifier.VerifyAsync(
            world.ArchiveOf(state), state.Archive!.ManifestSha256, CancellationToken.None));
        Assert.Equal(state.Reference, intact.Summary.Reference);
        Assert.Equal(4, intact.Summary.Signatures);
        Assert.Equal(state.ExecutedPosition + 1, intact.Summary.Entries);
        Assert.All(
            world.Mails.Where(mail => mail.Category == "agreement-archived"),
            mail => Assert.Contains(state.Archive.ManifestSha256, mail.Text, StringComparison.Ordinal));
        var people = Terms.Request.Parties
            .SelectMany(party => party.Approvers.Select(approver => approver.Email).Append(party.Signatory.Email))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(people.Order(), world.Mails.Where(mail => mail.Category == "agreement-archived").Select(mail => mail.ToAddress).Order());
    }

    [Fact]
    public async Task Archive_WrittenButNotRecorded_SecondRunRecordsTheSameArchive()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await ExecuteAsync(world);

        // The record as it was when the process died between the write and the entry, in a store of its own.
        var entries = await world.Get<IAgreementRecord>().ReadAsync(state.Id, CancellationToken.None);
        var executed = entries.TakeWhile(entry => entry.Position <= state.ExecutedPosition).ToList();
        var package = ArchiveBuilder.Build(state.Id, executed, world.Get<IDocumentStore>());
        var second = await world.Get<IArchive>().WriteAsync(package.Folder, package.Files, CancellationToken.None);

        Assert.IsType<ArchiveResult.Written>(second);
        Assert.Equal(state.Archive!.ManifestSha256, package.ManifestSha256);
    }

    [Fact]
    public async Task Archive_RunAgainAfterTheEnd_ChangesNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        var state = await ExecuteAsync(world);
        var mails = world.Mails.Count;

        await ActivatorUtilities.CreateInstance<ArchiveAgreement>(world.Get<IServiceProvider>())
            .RunAsync(new AgreementStep(state.Id), CancellationToken.None);
        await ActivatorUtilities.CreateInstance<SendConclusionNotices>(world.Get<IServiceProvider>())
            .RunAsync(new AgreementStep(state.Id), CancellationToken.None);

        Assert.Equal(state.Head.Position, (await world.ReadAsync(state.Id)).Head.Position);
        Assert.Equal(mails, world.Mails.Count);
    }

    private static async Task<AgreementState> ExecuteAsync(AgreementWorld world)
    {
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.ApproveAllAsync(id);
        var signing = await world.UntilAsync(
            id, state => state.Signing?.Signatories.TrueForAll(signatory => signatory.RequestedAt is not null) == true);
        foreach (var signatory in signing.Signing!.Signatories)
        {
            Assert.IsType<Decision.Accepted>(await world.SignAsync(id, signatory.Person.Key));
        }

        await world.UntilDoneAsync(id);
        return await world.ReadAsync(id);
    }
}
