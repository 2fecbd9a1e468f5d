using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Api;

/// <summary>Revisions and withdrawals.</summary>
public sealed class ChangeAgreementTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Sample = SampleRequests.NorthAtlanticOncology;
    private static readonly byte[] Revised = SampleRequests.Edited(Sample, "$.term.initialMonths = 48");

    private WebHost Host => shared.Host;

    [Fact]
    public async Task PostRevision_InApproval_OpensANewRound()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();

        var answer = await api.PostAsync($"/api/agreements/{state.Id}/revisions", Revised);

        Assert.Equal(202, answer.Status);
        Assert.Equal(2, answer.Json["revision"]!.GetValue<int>());
        await Host.UntilAskedAsync(state.Id, revision: 2);
    }

    [Fact]
    public async Task PostRevision_SameKeyAgain_RevisesOnce()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", Revised, "rev");
        await Host.UntilAskedAsync(state.Id, revision: 2);

        var again = await api.PostAsync($"/api/agreements/{state.Id}/revisions", Revised, "rev");

        Assert.Equal(202, again.Status);
        Assert.Equal(2, (await Host.ReadAsync(state.Id)).Latest.Number);
    }

    [Fact]
    public async Task PostRevision_SameKeyOtherBody_Is422()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/revisions", Revised, "rev");
        await Host.UntilAskedAsync(state.Id, revision: 2);

        ProblemAssert.Is(422, await api.PostAsync(
            $"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(Sample, "$.term.initialMonths = 72"), "rev"));
    }

    [Fact]
    public async Task PostRevision_OtherForm_NamesIt()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();

        ProblemAssert.HasErrors(
            await api.PostAsync($"/api/agreements/{state.Id}/revisions", SampleRequests.Edited(Sample, "$.company -\n$.form = \"NonEquityAlliance\"")), "$.form");
    }

    [Fact]
    public async Task PostRevision_Withdrawn_Is409()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Over."}""");

        ProblemAssert.Is(409, await api.PostAsync($"/api/agreements/{state.Id}/revisions", Revised));
    }

    [Theory]
    [InlineData("revisions")]
    [InlineData("withdrawal")]
    public async Task Post_UnknownAgreement_Is404(string what)
    {
        using var api = Host.Api();

        ProblemAssert.Is(404, await api.PostAsync(
            $"/api/agreements/00000000000000000000000000/{what}", what == "revisions" ? Revised : """{"reason":"Over."}"""u8.ToArray()));
    }

    [Fact]
    public async Task PostWithdrawal_Twice_AnswersAlikeAndRecordsOnce()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = Host.Api();

        var first = await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Not needed any more."}""");
        var second = await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Not needed any more."}""");

        Assert.Equal([202, 202], [first.Status, second.Status]);
        Assert.Equal("Withdrawn", second.Json["status"]!.GetValue<string>());
        using var record = Host.Api();
        var entries = (await record.GetAsync($"/api/agreements/{state.Id}/record")).Json.AsArray();
        Assert.Single(entries, entry => entry!["type"]!.GetValue<string>() == nameof(AgreementWithdrawn));
    }

    [Theory]
    [InlineData("""{"reason":" "}""", "$.reason")]
    [InlineData("{}", "$")]
    [InlineData("""{"reason":1}""", "$.reason")]
    [InlineData("""{"why":"x"}""", "$")]
    [InlineData("nonsense", "$")]
    public async Task PostWithdrawal_WithoutReason_NamesIt(string body, string path)
    {
        var id = await Host.StartAgreementAsync();
        using var api = Host.Api();

        var errors = ProblemAssert.Is(400, await api.PostAsync($"/api/agreements/{id}/withdrawal", body))["errors"]!.AsObject();

        Assert.StartsWith(path, Assert.Single(errors).Key, StringComparison.Ordinal);
        Assert.NotEqual(AgreementStatus.Withdrawn, (await Host.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task PostWithdrawal_Executed_Is409()
    {
        var state = await Host.ArchivedAgreementAsync();
        using var api = Host.Api();

        ProblemAssert.Is(409, await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Too late."}"""));
    }
}
