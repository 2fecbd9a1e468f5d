using System.Text.Json.Nodes;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Pages;

/// <summary>What a draft has of the categories that reviewers look for, for staff and for nobody else.</summary>
public sealed class CoverageTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private WebHost Host => shared.Host;

    [Fact]
    public async Task Agreement_WithDraft_ListsEveryCategoryInATableWithHeaders()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");

        var html = (await legal.GetAsync($"/agreements/{state.Id}")).Html;
        var table = html[html.IndexOf("<table class=\"list coverage\"", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("</table>", StringComparison.Ordinal)];

        Assert.Equal(41, table.Split("<th scope=\"row\"").Length - 1);
        Assert.Equal(3, table.Split("<th scope=\"col\"").Length - 1);
        Assert.Contains("<caption", table, StringComparison.Ordinal);
        Assert.Contains("Source Code Escrow", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Not known", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_CoverageLinks_LeadToPlacesOfTheRevision()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var start = $"/agreements/{state.Id}/revisions/1#";

        var links = (await legal.GetAsync($"/agreements/{state.Id}")).Links.Where(link => link.StartsWith(start, StringComparison.Ordinal)).ToList();
        var draft = await legal.GetAsync($"/agreements/{state.Id}/revisions/1");

        Assert.True(links.Count >= 41, $"{links.Count} links");
        Assert.All(links.Distinct(StringComparer.Ordinal), link => Assert.True(draft.HasId(link[start.Length..]), link));
    }

    [Fact]
    public async Task ReadCoverage_OfOneRevision_IsLinkedAndLeadsToPlacesOfThatRevision()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var (agreement, revision) = ($"/agreements/{state.Id}", $"/agreements/{state.Id}/revisions/1");

        var coverage = await legal.GetAsync($"{revision}/coverage");
        var draft = await legal.GetAsync(revision);

        Assert.Contains($"{revision}/coverage", (await legal.GetAsync(agreement)).Links);
        Assert.Contains($"{revision}/coverage", draft.Links);
        Assert.Contains("What revision 1 has of the 41 kinds of clauses", coverage.Text, StringComparison.Ordinal);
        var places = coverage.Links.Where(link => link.StartsWith($"{revision}#", StringComparison.Ordinal)).ToList();
        Assert.True(places.Count >= 41, $"{places.Count} links");
        Assert.All(places, link => Assert.True(draft.HasId(link[(revision.Length + 1)..]), link));
        Assert.Equal(404, (await legal.GetAsync($"/agreements/{state.Id}/revisions/2/coverage")).Status);
    }

    [Fact]
    public async Task Review_ByAPartner_ShowsNoCoverage()
    {
        var state = await Host.AgreementInApprovalAsync();

        var page = await Host.PartnerOf(state.Id, "approver-1-1").OpenAsync();

        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("Source Code Escrow", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCoverage_RevisedAgreement_IsThatOfTheNewestDraft()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();
        var before = (await api.GetAsync($"/api/agreements/{state.Id}/coverage")).Json;

        var revised = SampleRequests.Edited(
            SampleRequests.NorthAtlanticOncology,
            "$.covenants = { \"nonCompete\": { \"field\": \"imaging\", \"territory\": \"the State of Maine\", \"months\": 12 } }");
        Assert.Equal(202, (await api.PostAsync($"/api/agreements/{state.Id}/revisions", revised)).Status);
        var after = await Host.UntilAskedAsync(state.Id, revision: 2);
        var answer = (await api.GetAsync($"/api/agreements/{state.Id}/coverage")).Json;

        Assert.Equal((1, "LeftOut"), (before["revision"]!.GetValue<int>(), Line(before)["status"]!.GetValue<string>()));
        Assert.Contains("no covenant not to compete", Line(before)["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((2, after.Latest.Draft!.Sha256), (answer["revision"]!.GetValue<int>(), answer["draftSha256"]!.GetValue<string>()));
        Assert.Equal("Addressed", Line(answer)["status"]!.GetValue<string>());
        Assert.Equal("Non-competition", Line(answer)["clauses"]![0]!["clause"]!.GetValue<string>());
        Assert.StartsWith($"/agreements/{state.Id}/revisions/2#clause-", Line(answer)["clauses"]![0]!["href"]!.GetValue<string>(), StringComparison.Ordinal);

        // The first draft still says what it said.
        Assert.Equal(before.ToJsonString(), (await api.GetAsync($"/api/agreements/{state.Id}/revisions/1/coverage")).Json.ToJsonString());
        Assert.Equal(answer.ToJsonString(), (await api.GetAsync($"/api/agreements/{state.Id}/revisions/2/coverage")).Json.ToJsonString());
        ProblemAssert.Is(404, await api.GetAsync($"/api/agreements/{state.Id}/revisions/3/coverage"));

        static JsonNode Line(JsonNode coverage) =>
            coverage["categories"]!.AsArray().Single(line => line!["category"]!.GetValue<string>() == "Non-Compete")!;
    }

    [Fact]
    public async Task GetCoverage_NoSuchAgreement_Is404()
    {
        using var api = Host.Api();

        ProblemAssert.Is(404, await api.GetAsync("/api/agreements/00000000000000000000000000/coverage"));
    }
}
