using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Pages;

/// <summary>The guided form as somebody uses it who has no scripts.</summary>
public sealed class GuidedFormTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string New = "/agreements/new";

    private WebHost Host => shared.Host;

    [Fact]
    public async Task Show_Blank_AsksForTwoPartiesWithOneApproverEach()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");

        var form = (await legal.GetAsync(New)).FormTo(New);

        Assert.Contains(form.Fields, field => field.Key == "parties[1].approvers[0].email");
        Assert.DoesNotContain(form.Fields, field => field.Key.StartsWith("parties[2]", StringComparison.Ordinal));
    }

    /// <summary>A blank section names the form it goes with, for the style sheet to hide it with others; one that holds something is shown with all.</summary>
    [Fact]
    public async Task Show_SectionOfOneForm_NamesTheFormWhileItIsBlank()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");

        var blank = (await legal.GetAsync(New)).Html;
        var filled = (await legal.SendAsync((await FillAsync(legal, SampleRequests.Read(SampleRequests.GulfCoast))).With("check", "true"))).Html;

        Assert.Contains("id=\"section-supply\" data-form=\"SupplyChainPartnership\"", blank, StringComparison.Ordinal);
        Assert.Contains("id=\"section-covenants\" aria-labelledby", blank, StringComparison.Ordinal);
        Assert.Contains("id=\"section-supply\" aria-labelledby", filled, StringComparison.Ordinal);
        Assert.Contains("id=\"section-equity\" data-form=\"EquityAlliance\"", filled, StringComparison.Ordinal);
        Assert.Contains("Nothing is wrong.", filled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_Sample_StartsAnAgreementWithExactlyThoseTerms()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = await FillAsync(legal, SampleRequests.Read(SampleRequests.NorthernHeart));

        var page = await legal.SendAsync(form.With("submit", "true"));

        Assert.Equal(200, page.Status);
        var state = await Host.ReadAsync(AgreementId.Parse(page.Address.Split('/')[^1]));
        var stored = await Host.Services.GetRequiredService<IDocumentStore>().ReadAsync(
            DocumentFolder.ForRevision(state.Id, 1), state.Latest.Terms.Sha256, CancellationToken.None);
        Assert.Equal(SampleRequests.Terms(SampleRequests.NorthernHeart).ToUtf8Json(), stored);
    }

    [Fact]
    public async Task Submit_Twice_StartsOneAgreement()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await FillAsync(legal, SampleRequests.Read(SampleRequests.NorthAtlanticOncology))).With("submit", "true");

        var pages = await Task.WhenAll(legal.SendAsync(form), legal.SendAsync(form));

        Assert.Equal(pages[0].Address, pages[1].Address);
    }

    [Fact]
    public async Task Submit_SameFormWithOtherTerms_AsksWhetherAnotherAgreementIsMeant()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await FillAsync(legal, SampleRequests.Read(SampleRequests.NorthAtlanticOncology))).With("submit", "true");
        var first = await legal.SendAsync(form);

        var second = await legal.SendAsync(form.With("title", "Another alliance"));

        Assert.Equal(409, second.Status);
        Assert.Contains(first.Address, second.Links);
        var again = await legal.SendAsync(second.FormTo(New).With("submit", "true"));
        Assert.Equal(200, again.Status);
        Assert.NotEqual(first.Address, again.Address);
    }

    [Fact]
    public async Task AddAndRemove_Rows_KeepEverythingElse()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = await FillAsync(legal, SampleRequests.Read(SampleRequests.NorthernHeart));

        var longer = (await legal.SendAsync(form.With("add", "parties[1].approvers"))).FormTo(New);
        var filled = longer.With("parties[1].approvers[2].name", "New Approver");
        var shorter = (await legal.SendAsync(filled.With("remove", "parties[0]"))).FormTo(New);

        Assert.Equal("New Approver", shorter["parties[0].approvers[2].name"]);
        Assert.Equal(form["parties[4].legalName"], shorter["parties[3].legalName"]);
        Assert.Equal(form["resourceLedger[7].description"], shorter["resourceLedger[7].description"]);
        Assert.Equal(form["key"], shorter["key"]);
    }

    [Fact]
    public async Task Add_Row_TakesTheFocus()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await legal.GetAsync(New)).FormTo(New);

        var page = await legal.SendAsync(form.With("add", "objectives"));

        Assert.Contains("autofocus", page.ElementById("f-objectives-1-description"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "nothing")]
    [InlineData("add", "parties[99].approvers")]
    [InlineData("add", "")]
    [InlineData("remove", "parties[99]")]
    [InlineData("remove", "parties")]
    [InlineData("remove", "parties[-1]")]
    public async Task AddAndRemove_WhatIsNotThere_ChangesNothing(string button, string value)
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = await FillAsync(legal, SampleRequests.Read(SampleRequests.NorthAtlanticOncology));

        var page = await legal.SendAsync(form.With(button, value));

        Assert.Equal(form.Fields.Where(IsContent), page.FormTo(New).Fields.Where(IsContent));
    }

    [Fact]
    public async Task Check_Faults_AreAtTheirFieldsWithASummaryAndNothingIsLost()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await FillAsync(legal, SampleRequests.Read(SampleRequests.NorthernHeart)))
            .With("parties[1].shortName", "x")
            .With("term.structuralReviewMonths", "two years")
            .With("term.effectiveDate", "soon")
            .With("workstreams[0].deliverables", "One\r\nOne")
            .With("resourceLedger[2].value.amount", "4.320.000");

        var page = await legal.SendAsync(form.With("check", "true"));

        Assert.Equal(400, page.Status);
        var again = page.FormTo(New);
        foreach (var field in new[] { "parties[1].shortName", "term.structuralReviewMonths", "term.effectiveDate", "resourceLedger[2].value.amount" })
        {
            var id = $"f-{field.Replace(".", "-", StringComparison.Ordinal).Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}";
            Assert.Contains($"href=\"#{id}\"", page.Html, StringComparison.Ordinal);
            Assert.Contains("aria-invalid=\"true\"", page.ElementById(id), StringComparison.Ordinal);
            Assert.Contains($"{id}-fault", page.ElementById(id), StringComparison.Ordinal);
            Assert.True(page.HasId($"{id}-fault"));
            Assert.Equal(form[field], again[field]);
        }

        Assert.Equal(form.Fields.Where(IsContent), again.Fields.Where(IsContent));
    }

    [Fact]
    public async Task Check_EverySummaryLink_LeadsToAnElement()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");

        var page = await legal.SendAsync((await legal.GetAsync(New)).FormTo(New).With("check", "true"));

        var targets = page.Links.Where(link => link.StartsWith("#f-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(page.HasId(target[1..]), target));
    }

    [Fact]
    public async Task Save_DraftWithFaults_GivesItAsJsonToGoOnWith()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await FillAsync(legal, SampleRequests.Read(SampleRequests.NorthernHeart))).With("term.initialMonths", "sixty");

        var file = await legal.SendAsync(form.With("save", "true"));

        Assert.Equal("application/json", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("sixty", JsonNode.Parse(file.Body)!["term"]!["initialMonths"]!.GetValue<string>());
        var opened = await FillAsync(legal, file.Body);
        Assert.Equal(form.Fields.Where(IsContent), opened.Fields.Where(IsContent));
    }

    [Fact]
    public async Task Revise_Prefilled_HandsInOneChange()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var address = $"/agreements/{state.Id}/revise";
        var form = (await legal.GetAsync(address)).FormTo(address);

        var page = await legal.SendAsync(form.With("term.initialMonths", "48").With("submit", "true"));

        Assert.Equal(200, page.Status);
        Assert.Equal(2, (await Host.UntilAskedAsync(state.Id, revision: 2)).Latest.Number);
        var twice = await legal.SendAsync(form.With("term.initialMonths", "48").With("submit", "true"));
        Assert.Equal(200, twice.Status);
        Assert.Equal(2, (await Host.ReadAsync(state.Id)).Latest.Number);
    }

    [Fact]
    public async Task Revise_AfterSomebodyElse_IsRefusedAndKeepsWhatWasTyped()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var address = $"/agreements/{state.Id}/revise";
        var form = (await legal.GetAsync(address)).FormTo(address);
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 72"));
        await Host.UntilAskedAsync(state.Id, revision: 2);

        var page = await legal.SendAsync(form.With("term.initialMonths", "48").With("submit", "true"));

        Assert.Equal(409, page.Status);
        Assert.Equal("48", page.FormTo(address)["term.initialMonths"]);
        Assert.Equal(2, (await Host.ReadAsync(state.Id)).Latest.Number);
    }

    [Fact]
    public async Task Revise_OtherParties_IsAFaultAtTheField()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var address = $"/agreements/{state.Id}/revise";
        var form = (await legal.GetAsync(address)).FormTo(address);
        var old = form["parties[3].shortName"];
        form = form with { Fields = [.. form.Fields.Select(field => new KeyValuePair<string, string>(field.Key, field.Value.Replace(old, "Newcomer", StringComparison.Ordinal)))] };

        var page = await legal.SendAsync(form.With("submit", "true"));

        Assert.Equal(400, page.Status);
        Assert.True(page.HasId("f-parties-3-shortName-fault"));
    }

    private static bool IsContent(KeyValuePair<string, string> field) =>
        field.Key is not ("key" or "base" or "add" or "remove" or "check" or "save") && !field.Key.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Opens a request in the guided form, as pasted JSON.</summary>
    private static async Task<PageForm> FillAsync(Browser legal, byte[] json)
    {
        const string address = $"{New}/json";
        var form = (await legal.GetAsync(address)).FormTo(address);
        return (await legal.SendAsync(form.With("json", System.Text.Encoding.UTF8.GetString(json)).With("guide", "true"))).FormTo(New);
    }
}
