using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Api;

public sealed class ListAgreementsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Address = "/api/agreements";

    [Fact]
    public async Task Get_PageByPage_ListsEachOnce()
    {
        var started = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            started.Add((await shared.Host.StartAgreementAsync(edits: $"$.title = \"Paging {i}\"")).Value);
        }

        using var api = shared.Host.Api();
        var listed = new List<string>();
        string? continuation = null;
        do
        {
            var query = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = (await api.GetAsync($"{Address}?q=paging&top=2{query}")).Json;
            Assert.InRange(page["items"]!.AsArray().Count, 1, 2);
            listed.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            continuation = page["continuation"]?.GetValue<string>();
        }
        while (continuation is not null);

        Assert.Equal(5, listed.Count);
        Assert.True(started.SetEquals(listed));
    }

    [Fact]
    public async Task Get_Filters_NarrowTheList()
    {
        var state = await shared.Host.AgreementInApprovalAsync(edits: "$.title = \"Narrow\"");
        using var api = shared.Host.Api();

        async Task<bool> IsListed(string query) =>
            (await api.GetAsync($"{Address}?{query}")).Json["items"]!.AsArray().Any(item => item!["id"]!.GetValue<string>() == state.Id.Value);

        Assert.True(await IsListed("status=inapproval&form=JointVenture&q=narrow"));
        Assert.True(await IsListed($"q={state.Reference}"));
        Assert.False(await IsListed("status=Archived"));
        Assert.False(await IsListed("form=EquityAlliance"));
        Assert.False(await IsListed("q=nothing-is-called-so"));
        Assert.True(await IsListed($"party={Uri.EscapeDataString(state.Parties[0].ShortName.ToUpperInvariant())}&q=narrow"));
        Assert.False(await IsListed("party=Nobody"));
    }

    [Fact]
    public async Task Get_Item_TellsWhoItWaitsFor()
    {
        var state = await shared.Host.AgreementInApprovalAsync(edits: "$.title = \"Waiting\"");
        using var api = shared.Host.Api();

        var item = Assert.Single((await api.GetAsync($"{Address}?q=waiting")).Json["items"]!.AsArray())!;

        Assert.Equal(state.Latest.Round!.Approvers.Count, item["waitingOn"]!.AsArray().Count);
        Assert.Equal("Approval", item["waitingOn"]![0]!["purpose"]!.GetValue<string>());
        Assert.Equal(SampleRequests.Terms(SampleRequests.NorthAtlanticOncology).Request.Parties.Select(party => party.ShortName), item["parties"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Theory]
    [InlineData("status=Signed", "status")]
    [InlineData("status=0", "status")]
    [InlineData("form=Merger", "form")]
    [InlineData("top=0", "top")]
    [InlineData("top=201", "top")]
    [InlineData("top=many", "top")]
    [InlineData("continuation=made-up", "continuation")]
    [InlineData("status=Archived&status=Signing", "status")]
    public async Task Get_UnknownValue_NamesTheParameter(string query, string parameter)
    {
        using var api = shared.Host.Api();

        ProblemAssert.HasErrors(await api.GetAsync($"{Address}?{query}"), parameter);
    }

    [Fact]
    public async Task Get_SeveralUnknownValues_NamesThemAll()
    {
        using var api = shared.Host.Api();

        ProblemAssert.HasErrors(await api.GetAsync($"{Address}?status=x&form=y&top=z&q={new string('q', 201)}&party={new string('p', 201)}"), "status", "form", "top", "q", "party");
    }
}
