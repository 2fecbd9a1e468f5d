using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Pages;

public sealed class ReviewTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string First = "approver-1-1";
    private const string Second = "approver-2-1";

    private WebHost Host => shared.Host;

    [Fact]
    public async Task Show_OpenLink_ShowsTheDocumentAndTheForm()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);

        var page = await partner.OpenAsync();

        Assert.Equal(200, page.Status);
        Assert.Contains(state.Latest.Round!.Find(First)!.Person.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains("Intellectual Property", page.Text, StringComparison.Ordinal);
        Assert.Contains($"decide by {state.Latest.Round.Deadline.UtcDateTime:d MMMM yyyy, HH:mm} UTC", page.Text, StringComparison.Ordinal);
        Assert.Equal(state.Latest.Round.DocumentSha256, page.FormTo(partner.Link)["document"]);
        var file = await partner.Browser.GetAsync($"{partner.Link}/document");
        Assert.StartsWith("PK", file.Html, StringComparison.Ordinal);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Decide_Approve_IsRecordedWithNameAndAddressAndShown()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);

        var page = await partner.DecideAsync("approve", "Well done.", "Pat O'Partner");

        Assert.Equal(200, page.Status);
        Assert.Contains("You approved this revision", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasFormTo(partner.Link));
        var given = Assert.IsType<ApprovalGiven>((await LastOfAsync<ApprovalGiven>(state.Id)).Event);
        Assert.Equal(("Pat O'Partner", "Well done.", "127.0.0.1"), (given.TypedName, given.Comment, given.NetworkAddress));
    }

    [Fact]
    public async Task Decide_RequestChanges_ReachesLegal()
    {
        var state = await Host.AgreementInApprovalAsync();

        await Host.PartnerOf(state.Id, First).RequestChangesAsync("Line one.\nLine two.");

        var after = await Host.UntilAsync(state.Id, current => current.Status == AgreementStatus.ChangesRequested);
        Assert.Equal("Line one.\nLine two.", after.Reason);
        using var legal = await Host.Browse().SignInAsync("Legal");
        Assert.Contains("Line one.", (await legal.GetAsync($"/agreements/{state.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_Decline_EndsTheAgreement()
    {
        var state = await Host.AgreementInApprovalAsync();

        await Host.PartnerOf(state.Id, First).DeclineAsync("Our board refuses.");

        await Host.UntilAsync(state.Id, current => current.Status == AgreementStatus.Declined);
    }

    [Theory]
    [InlineData("request-changes", "", "Pat Partner", "comment")]
    [InlineData("decline", " ", "Pat Partner", "comment")]
    [InlineData("approve", "fine", "P", "name")]
    [InlineData("approve", "fine", "", "name")]
    [InlineData("", "fine", "Pat Partner", "decision-approve")]
    [InlineData("sign", "fine", "Pat Partner", "decision-approve")]
    public async Task Decide_Incomplete_SaysWhereAndKeepsWhatWasTyped(string decision, string comment, string name, string field)
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        var before = await Host.CountEntriesAsync(state.Id);

        var page = await partner.DecideAsync(decision, comment, name);

        Assert.Equal(400, page.Status);
        Assert.Contains($"href=\"#{field}\"", page.Html, StringComparison.Ordinal);
        Assert.True(page.HasId(field));
        var form = page.FormTo(partner.Link);
        Assert.Equal((comment, name), (form["comment"], form["name"]));
        Assert.Equal(before, await Host.CountEntriesAsync(state.Id));
    }

    [Fact]
    public async Task Decide_TwiceAndAtOnce_CountsOnce()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("decision", "approve").With("name", "Pat Partner");

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => partner.Browser.SendAsync(form)));
        var replayed = await partner.Browser.SendAsync(form);

        Assert.All(atOnce.Append(replayed), page => Assert.Contains("You approved this revision", page.Text, StringComparison.Ordinal));
        Assert.Single(await RecordAsync(state.Id), entry => entry.Event is ApprovalGiven);
    }

    [Fact]
    public async Task Decide_AnotherDecisionAfterwards_IsRefused()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("name", "Pat Partner").With("comment", "No.");
        await partner.Browser.SendAsync(form.With("decision", "approve"));

        var page = await partner.Browser.SendAsync(form.With("decision", "decline"));

        Assert.Equal(409, page.Status);
        Assert.Contains("a decision cannot be changed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await RecordAsync(state.Id), entry => entry.Event is ApprovalDeclined);
    }

    [Fact]
    public async Task Decide_OnAnotherDocument_IsRefused()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("decision", "approve").With("name", "Pat Partner");

        var page = await partner.Browser.SendAsync(form.With("document", new string('0', 64)));

        Assert.Equal(409, page.Status);
        Assert.DoesNotContain(await RecordAsync(state.Id), entry => entry.Event is ApprovalGiven);
    }

    [Fact]
    public async Task Link_Altered_IsUnknownAndNeverActs()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("decision", "approve").With("name", "Pat Partner");
        var before = await Host.CountEntriesAsync(state.Id);
        var token = partner.Link.Split('/')[^1];
        var other = await Host.StartAgreementAsync(edits: "$.title = \"Elsewhere\"");
        string[] altered =
        [
            $"/review/{state.Id}/{token[..^1]}", $"/review/{state.Id}/{token}A", $"/review/{state.Id}/{Flip(token)}", $"/review/{state.Id}/{token.ToLowerInvariant()}x",
            $"/review/{other}/{token}", $"/review/00000000000000000000000000/{token}", $"/sign/{state.Id}/{token}",
            $"/review/{state.Id}/{Host.TokenOf(state.Id, LinkPurpose.Sign, "signatory-1")}", $"/review/{state.Id}/{new string('A', 5000)}",
        ];

        foreach (var link in altered)
        {
            Assert.Equal(404, (await partner.Browser.GetAsync(link)).Status);
            Assert.Equal(404, (await partner.Browser.GetAsync($"{link}/document")).Status);
            Assert.Equal(404, (await partner.Browser.SendAsync(form.To(link))).Status);
        }

        Assert.Equal(before, await Host.CountEntriesAsync(state.Id));
    }

    [Fact]
    public async Task Link_Superseded_SaysSoAndNeverActs()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("decision", "approve").With("name", "Pat Partner");
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 48"));
        await Host.UntilAskedAsync(state.Id, revision: 2);
        var before = await Host.CountEntriesAsync(state.Id);

        var shown = await partner.OpenAsync();
        var sent = await partner.Browser.SendAsync(form);

        Assert.All([shown, sent], page =>
        {
            Assert.Equal(410, page.Status);
            Assert.Contains("There is a newer revision", page.Text, StringComparison.Ordinal);
        });
        Assert.Equal(410, (await partner.Browser.GetAsync($"{partner.Link}/document")).Status);
        Assert.Equal(before, await Host.CountEntriesAsync(state.Id));
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("request-changes")]
    public async Task Link_SupersededAfterTheDecision_SaysThatANewOneIsNeeded(string decision)
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        await partner.DecideAsync(decision, "Said on revision 1.");
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 48"));
        await Host.UntilAskedAsync(state.Id, revision: 2);

        var page = await partner.OpenAsync();

        Assert.Equal(410, page.Status);
        Assert.Contains("Revision 1 was replaced by revision 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("does not count for the new one", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you", page.Text, StringComparison.Ordinal);
        Assert.Equal(410, (await partner.Browser.GetAsync($"{partner.Link}/document")).Status);
        Assert.True((await Host.PartnerOf(state.Id, First, revision: 2).OpenAsync()).HasId("decision-approve"));
    }

    [Fact]
    public async Task Link_SupersededAndThenWithdrawn_PromisesNoNewLink()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 48"));
        await Host.UntilAskedAsync(state.Id, revision: 2);
        await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Over."}""");

        var page = await partner.OpenAsync();

        Assert.Equal(410, page.Status);
        Assert.Contains("This agreement was withdrawn", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("new link", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Expired_SaysSoAndNeverActs()
    {
        await using var host = await WebHost.StartAsync();
        var state = await host.AgreementInApprovalAsync();
        var partner = host.PartnerOf(state.Id, First);
        var form = (await partner.OpenAsync()).FormTo(partner.Link).With("decision", "approve").With("name", "Pat Partner");
        host.Clock.SetUtcNow(state.Latest.Round!.Deadline);

        var sent = await partner.Browser.SendAsync(form);

        Assert.Equal(410, sent.Status);
        Assert.Contains("The time for this link has run out", sent.Text, StringComparison.Ordinal);
        var after = await host.UntilAsync(state.Id, current => current.Status == AgreementStatus.Expired);
        Assert.Null(after.Latest.Round!.Find(First)!.Choice);
        Assert.Equal(410, (await partner.OpenAsync()).Status);
    }

    [Fact]
    public async Task Link_AfterWithdrawal_SaysSo()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Over."}""");
        await Host.UntilAsync(state.Id, current => current.Latest.Round!.Outcome is not null);

        var page = await Host.PartnerOf(state.Id, First).OpenAsync();

        Assert.Equal(410, page.Status);
        Assert.Contains("This agreement was withdrawn", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_DecidedBeforeTheWithdrawal_ShowsTheDecisionAndTheWithdrawal()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        await partner.ApproveAsync();
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Over."}""");

        var page = await partner.OpenAsync();

        Assert.Contains("You approved this revision", page.Text, StringComparison.Ordinal);
        Assert.Contains("The legal team has since withdrawn this agreement", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("asked to sign", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("request-changes", AgreementStatus.ChangesRequested, "decide again on the next revision")]
    [InlineData("decline", AgreementStatus.Declined, "One of the parties declined, so this agreement ends here")]
    public async Task Link_DecidedBeforeAnotherEndedTheRound_SaysWhatFollows(string other, AgreementStatus status, string follows)
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);
        await partner.ApproveAsync();
        await Host.PartnerOf(state.Id, Second).DecideAsync(other, "Not like this.");
        await Host.UntilAsync(state.Id, current => current.Status == status);

        var page = await partner.OpenAsync();

        Assert.Contains("You approved this revision", page.Text, StringComparison.Ordinal);
        Assert.Contains(follows, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("asked to sign", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_DecidedBeforeTheDeadline_SaysThatTheTimeHasRunOut()
    {
        await using var host = await WebHost.StartAsync();
        var state = await host.AgreementInApprovalAsync();
        var partner = host.PartnerOf(state.Id, First);
        await partner.ApproveAsync();
        host.Clock.SetUtcNow(state.Latest.Round!.Deadline);
        await host.UntilAsync(state.Id, current => current.Status == AgreementStatus.Expired);

        var page = await partner.OpenAsync();

        Assert.Contains("A deadline passed before everybody had approved and signed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("asked to sign", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_NextRevision_ShowsWhatTheApproverSaidBeforeAndNotWhatOthersSaid()
    {
        var state = await Host.AgreementInApprovalAsync();
        await Host.PartnerOf(state.Id, Second).DecideAsync("approve", "Mine stays mine.");
        await Host.PartnerOf(state.Id, First).RequestChangesAsync("Shorten article 9.");
        await Host.UntilAsync(state.Id, current => current.Status == AgreementStatus.ChangesRequested);
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 48"));
        await Host.UntilAskedAsync(state.Id, revision: 2);

        var page = await Host.PartnerOf(state.Id, First, revision: 2).OpenAsync();

        Assert.Contains("Shorten article 9.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mine stays mine.", page.Text, StringComparison.Ordinal);
    }

    private static string Flip(string token) => (token[0] == 'A' ? 'B' : 'A') + token[1..];

    private ValueTask<IReadOnlyList<RecordEntry>> RecordAsync(AgreementId id) =>
        Host.Services.GetRequiredService<IAgreementRecord>().ReadAsync(id, CancellationToken.None);

    private async Task<RecordEntry> LastOfAsync<T>(AgreementId id) => (await RecordAsync(id)).Last(entry => entry.Event is T);
}
