using System.Text;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;

namespace AllianceAgreements.Workflows.Tests.Orchestrations;

public sealed class RedlineTests
{
    private static readonly AgreementTerms Terms = SampleRequests.Terms(SampleRequests.NorthAtlanticOncology);
    private static readonly AgreementTerms Revised = Edited("$.term.initialMonths = 48");

    [Fact]
    public async Task Draft_FirstRevision_IsComparedWithNothing()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;

        var state = await world.UntilAllAskedAsync(id);

        Assert.Null(state.Latest.Redline);
        Assert.All(world.Mails, mail => Assert.DoesNotContain("changed since", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_SecondRevision_IsComparedWithTheFirstAndTheRequestLeadsThere()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.ReviseAsync(id, Revised);

        var state = await world.UntilAllAskedAsync(id, revision: 2);

        var redline = state.Latest.Redline!;
        Assert.Equal(1, redline.Since);
        Assert.Equal(DocumentKind.Redline, redline.Document.Kind);
        var folder = DocumentFolder.ForRevision(id, 2);
        var content = Encoding.UTF8.GetString(await world.Get<IDocumentStore>().ReadAsync(folder, redline.Document.Sha256, TestContext.Current.CancellationToken));
        Assert.StartsWith($"Revision 2 of {state.Latest.SubmittedAt:O}: first edition|{state.Reference}|1|", content, StringComparison.Ordinal);
        Assert.Contains($" became first edition|{state.Reference}|2|", content, StringComparison.Ordinal);
        var requests = world.Mails.Where(mail => mail.Subject.Contains("revision 2", StringComparison.Ordinal)).ToList();
        Assert.Equal(state.Latest.Round!.Approvers.Count, requests.Count);
        Assert.All(requests, mail => Assert.Matches("See what changed since revision 1, also as a Word document with tracked changes:\nhttps://agreements.example/review/[^ ]+/changes\n", mail.Text));
    }

    [Fact]
    public async Task Draft_TheOneBeforeCouldNotBeDrafted_IsComparedWithTheLastThatWas()
    {
        await using var world = await AgreementWorld.StartAsync();
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        world.Drafting.Undraftable.Add("Nobody can draft this");
        await world.ReviseAsync(id, Edited("$.title = \"Nobody can draft this\""));
        await world.UntilStatusAsync(id, AgreementStatus.DraftingFailed);
        await world.ReviseAsync(id, Revised);

        var state = await world.UntilAllAskedAsync(id, revision: 3);

        Assert.Equal(1, state.Latest.Redline!.Since);
        Assert.Equal($"{state.Reference} revision 3 changes since revision 1.docx", state.Latest.Redline.Document.Name);
    }

    [Fact]
    public async Task Draft_CannotBeCompared_GoesOutAllTheSame()
    {
        await using var world = await AgreementWorld.StartAsync();
        world.Redlining.IsBroken = true;
        var id = (await world.StartAgreementAsync(Terms)).Id;
        await world.UntilAllAskedAsync(id);
        await world.ReviseAsync(id, Revised);

        var state = await world.UntilAllAskedAsync(id, revision: 2);

        Assert.Null(state.Latest.Redline);
        Assert.NotNull(state.Latest.Draft);
        Assert.All(world.Mails, mail => Assert.DoesNotContain("changed since", mail.Text, StringComparison.Ordinal));
    }

    private static AgreementTerms Edited(string edits) => SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, edits));
}
