using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Pages;

/// <summary>What changed since the revision before, for legal and for partners.</summary>
public sealed class ChangesTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string First = "approver-1-1";

    private WebHost Host => shared.Host;

    [Fact]
    public async Task ShowChanges_SecondRevision_IsLinkedFromTheReviewAndShowsBothWordings()
    {
        var state = await RevisedAgreementAsync();
        var partner = Host.PartnerOf(state.Id, First, revision: 2);

        var review = await partner.OpenAsync();
        var changes = await partner.Browser.GetAsync($"{partner.Link}/changes");

        Assert.Contains($"{partner.Link}/changes", review.Links);
        Assert.Equal(200, changes.Status);
        Assert.Contains("What changed since revision 1", changes.Text, StringComparison.Ordinal);
        Assert.Matches("<del>[^/]*eighty-four[^/]*</del><ins>[^/]*forty-eight", changes.Html.Replace("</span>", "", StringComparison.Ordinal));
        Assert.Contains(partner.Link, changes.Links);
        var file = await partner.Browser.GetAsync($"{partner.Link}/changes/document");
        Assert.StartsWith("PK", file.Html, StringComparison.Ordinal);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task ShowChanges_ForLegal_IsLinkedFromTheAgreement()
    {
        var state = await RevisedAgreementAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");

        var page = await legal.GetAsync($"/agreements/{state.Id}");
        var changes = await legal.GetAsync($"/agreements/{state.Id}/revisions/2/changes");

        Assert.Contains($"/agreements/{state.Id}/revisions/2/changes", page.Links);
        Assert.Contains($"/agreements/{state.Id}/documents/{state.Latest.Redline!.Document.Sha256}", page.Links);
        Assert.Contains("The draft of revision 2 was made and compared with revision 1.", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, changes.Status);
        Assert.Contains("Changes since revision 1", changes.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await legal.GetAsync($"/agreements/{state.Id}/revisions/1/changes")).Status);
    }

    [Fact]
    public async Task ShowChanges_FirstRevision_IsNotThere()
    {
        var state = await Host.AgreementInApprovalAsync();
        var partner = Host.PartnerOf(state.Id, First);

        Assert.DoesNotContain($"{partner.Link}/changes", (await partner.OpenAsync()).Links);
        Assert.Equal(404, (await partner.Browser.GetAsync($"{partner.Link}/changes")).Status);
        Assert.Equal(404, (await partner.Browser.GetAsync($"{partner.Link}/changes/document")).Status);
    }

    [Fact]
    public async Task ShowChanges_LinkOfTheRevisionBefore_IsOver()
    {
        var state = await RevisedAgreementAsync();
        var partner = Host.PartnerOf(state.Id, First);

        Assert.Equal(410, (await partner.Browser.GetAsync($"{partner.Link}/changes")).Status);
        Assert.Equal(410, (await partner.Browser.GetAsync($"{partner.Link}/changes/document")).Status);
        Assert.Equal(404, (await partner.Browser.GetAsync($"{partner.Link}x/changes")).Status);
    }

    private async Task<AgreementState> RevisedAgreementAsync()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 48"));
        return await Host.UntilAskedAsync(state.Id, revision: 2);
    }
}
