using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Pages;

/// <summary>The list and the page of an agreement.</summary>
public sealed class AgreementPagesTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private WebHost Host => shared.Host;

    [Fact]
    public async Task List_Filters_NarrowAndPage()
    {
        for (var i = 0; i < 27; i++)
        {
            await Host.StartAgreementAsync(edits: $"$.title = \"Listed {i}\"");
        }

        using var legal = await Host.Browse().SignInAsync("Legal");
        var first = await legal.GetAsync("/?q=listed");
        var next = Assert.Single(first.Links, link => link.StartsWith("/?", StringComparison.Ordinal));
        var second = await legal.GetAsync(next);

        string[] Titles(Page page) => [.. page.Links.Where(link => link.StartsWith("/agreements/", StringComparison.Ordinal) && link != "/agreements/new")];
        Assert.Equal(25, Titles(first).Length);
        Assert.Equal(2, Titles(second).Length);
        Assert.Empty(Titles(first).Intersect(Titles(second)));
        Assert.Empty(Titles(await legal.GetAsync("/?q=listed&status=Archived")));
        Assert.Equal(400, (await legal.GetAsync("/?status=nonsense")).Status);
        Assert.Equal(400, (await legal.GetAsync("/?continuation=nonsense")).Status);
    }

    [Fact]
    public async Task Agreement_InApproval_TellsItsStateAndRecordInWords()
    {
        var state = await Host.AgreementInApprovalAsync();
        await Host.PartnerOf(state.Id, "approver-1-1").DecideAsync("approve", "Agreed & done.");
        using var legal = await Host.Browse().SignInAsync("Legal");

        var page = await legal.GetAsync($"/agreements/{state.Id}");

        var approver = state.Latest.Round!.Find("approver-1-1")!.Person;
        Assert.Contains($"{approver.Name} ({approver.Party}) approved revision 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Agreed & done.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{state.Latest.Round.Approvers.Count} approvers were asked to approve revision 1.", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await legal.GetAsync($"/agreements/{state.Id}/revisions/1")).Status);
        Assert.Equal(404, (await legal.GetAsync($"/agreements/{state.Id}/revisions/2")).Status);
        var file = await legal.GetAsync($"/agreements/{state.Id}/documents/{state.Latest.Draft!.Sha256}");
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Agreement_Archived_ShowsItsFingerprintAndSignedCopiesAndNoChange()
    {
        var state = await Host.ArchivedAgreementAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");

        var page = await legal.GetAsync($"/agreements/{state.Id}");

        Assert.All(state.Signing!.Signatories, signatory =>
            Assert.Contains($"/agreements/{state.Id}/documents/{signatory.Copy!.Sha256}", page.Links));
        Assert.Contains(state.Archive!.ManifestSha256, page.Text, StringComparison.Ordinal);
        Assert.False(page.HasFormTo($"/agreements/{state.Id}/withdraw"));
        Assert.DoesNotContain($"/agreements/{state.Id}/revise", page.Links);
    }

    [Fact]
    public async Task Withdraw_WithReason_IsDoneAndShown()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await legal.GetAsync($"/agreements/{state.Id}")).FormTo($"/agreements/{state.Id}/withdraw");

        var page = await legal.SendAsync(form.With("reason", "The board changed its mind."));

        Assert.Equal(200, page.Status);
        Assert.Contains("Local legal withdrew the agreement.", page.Text, StringComparison.Ordinal);
        Assert.Equal(AgreementStatus.Withdrawn, (await Host.ReadAsync(state.Id)).Status);
    }

    [Fact]
    public async Task Withdraw_WithoutReason_SaysSo()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await legal.GetAsync($"/agreements/{state.Id}")).FormTo($"/agreements/{state.Id}/withdraw");

        var page = await legal.SendAsync(form.With("reason", "  "));

        Assert.Equal(400, page.Status);
        Assert.True(page.HasId("reason-fault"));
        Assert.Equal(AgreementStatus.InApproval, (await Host.ReadAsync(state.Id)).Status);
    }

    [Fact]
    public async Task Auditor_AgreementPage_OffersNoChange()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var auditor = await Host.Browse().SignInAsync("Auditor");

        var page = await auditor.GetAsync($"/agreements/{state.Id}");

        Assert.Equal(200, page.Status);
        Assert.False(page.HasFormTo($"/agreements/{state.Id}/withdraw"));
        Assert.DoesNotContain("/agreements/new", page.Links);
    }

    [Fact]
    public async Task Administrator_Orchestrations_AreListedWithTheirHistory()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var administrator = await Host.Browse().SignInAsync("Administrator");

        var list = await administrator.GetAsync($"/orchestrations?q={state.Id}");
        var instance = await administrator.GetAsync($"/orchestrations/{state.Id}");

        Assert.Contains($"/agreements/{state.Id}", list.Links);
        Assert.Contains($"/orchestrations/{state.Id}%3Aapproval%3A1", list.Links);
        Assert.Contains("ExecutionStarted", instance.Text, StringComparison.Ordinal);
        Assert.Contains("No orchestration matches", (await administrator.GetAsync($"/orchestrations?q={state.Id}&status=Failed")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await administrator.GetAsync("/orchestrations/none")).Status);
        Assert.Equal(400, (await administrator.GetAsync("/orchestrations?continuation=nonsense")).Status);
    }

    [Fact]
    public async Task Mails_OnThisMachine_AreShownWithTheirLinks()
    {
        await using var host = await WebHost.StartAsync();
        var state = await host.AgreementInApprovalAsync();
        using var browser = host.Browse();

        var list = await browser.GetAsync("/dev/mail");
        var own = host.Mails.First(sent => sent.Text.Contains($"/review/{state.Id}/", StringComparison.Ordinal));
        Assert.Contains(Routes.ToMail(own.Id), list.Links);
        var mail = await browser.GetAsync(Routes.ToMail(own.Id));

        Assert.Contains(mail.Links, link => link.StartsWith($"{host.Address}review/{state.Id}/", StringComparison.Ordinal));
        var body = await browser.GetAsync($"{mail.Address}/body");
        Assert.StartsWith("sandbox;", body.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(404, (await browser.GetAsync("/dev/mail/none")).Status);
    }

    [Fact]
    public async Task Text_Hostile_IsShownAsText()
    {
        const string hostile = "<script>alert(1)</script>\\\"><img src=x onerror=alert(2)>";
        var state = await Host.AgreementInApprovalAsync(edits: $"$.title = \"{hostile}\"");
        await Host.PartnerOf(state.Id, "approver-1-1").DecideAsync("approve", "</textarea><script>alert(3)</script>", "</title><b>Pat</b>");
        using var administrator = await Host.Browse().SignInAsync("Administrator");
        var approver = Host.PartnerOf(state.Id, "approver-2-1");
        var kept = await approver.DecideAsync("request-changes", "", "\"><script>alert(4)</script>");

        string[] addresses = ["/", $"/agreements/{state.Id}", $"/agreements/{state.Id}/revise", $"/agreements/{state.Id}/revise/json", $"/agreements/{state.Id}/revisions/1", approver.Link, "/dev/mail"];
        var pages = new List<Page> { kept };
        foreach (var address in addresses)
        {
            pages.Add(await administrator.GetAsync(address));
        }

        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>Pat", page.Html, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("<script>alert(1)</script>", (await administrator.GetAsync($"/agreements/{state.Id}")).Text.Replace("& lt;", "<", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
