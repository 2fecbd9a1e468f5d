using System.Text;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Pages;

public sealed class JsonFormTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Address = "/agreements/new/json";

    private WebHost Host => shared.Host;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submit_FileOrText_StartsAnAgreement(bool asFile)
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await legal.GetAsync(Address)).FormTo(Address).With("submit", "true");
        var json = SampleRequests.Read(SampleRequests.NorthernHeart);

        var page = await legal.SendAsync(asFile ? form.WithFile("file", "request.json", json) : form.With("json", Encoding.UTF8.GetString(json)));

        Assert.Equal(200, page.Status);
        Assert.True(AgreementId.TryParse(page.Address.Split('/')[^1], out _), page.Address);
    }

    [Fact]
    public async Task Submit_Faults_AreListedByPathAndTheTextIsKept()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var json = Encoding.UTF8.GetString(SampleRequests.Edited(SampleRequests.NorthernHeart, "$.term.structuralReviewMonths = 24\n$.surprise = true"));

        var page = await legal.SendAsync((await legal.GetAsync(Address)).FormTo(Address).With("submit", "true").With("json", json));

        Assert.Equal(400, page.Status);
        Assert.Contains("$.term.structuralReviewMonths", page.Text, StringComparison.Ordinal);
        Assert.Contains("$.surprise", page.Text, StringComparison.Ordinal);
        Assert.Equal(json, page.FormTo(Address)["json"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ not JSON")]
    public async Task Guide_NotJson_StaysWithTheText(string json)
    {
        using var legal = await Host.Browse().SignInAsync("Legal");

        var page = await legal.SendAsync((await legal.GetAsync(Address)).FormTo(Address).With("guide", "true").With("json", json));

        Assert.Equal(400, page.Status);
        Assert.Equal(json, page.FormTo(Address)["json"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"parties":{"a":1},"term":[],"title":{"x":2},"objectives":[1,null,"x"]}""")]
    [InlineData("""{"parties":[{"shortName":["a",["b"]]}]}""")]
    public async Task Guide_JsonOfAnotherShape_OpensWithItsFaults(string json)
    {
        using var legal = await Host.Browse().SignInAsync("Legal");

        var page = await legal.SendAsync((await legal.GetAsync(Address)).FormTo(Address).With("guide", "true").With("json", json));

        Assert.Equal(400, page.Status);
        Assert.True(page.HasFormTo("/agreements/new"));
        Assert.Contains("to be mended", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_CurrentTerms_AreThereToEdit()
    {
        var state = await Host.AgreementInApprovalAsync();
        using var legal = await Host.Browse().SignInAsync("Legal");
        var address = $"/agreements/{state.Id}/revise/json";
        var form = (await legal.GetAsync(address)).FormTo(address);

        var page = await legal.SendAsync(form.With("submit", "true").With("json", form["json"].Replace("\"initialMonths\": 60", "\"initialMonths\": 61", StringComparison.Ordinal)));

        Assert.Equal(200, page.Status);
        await Host.UntilAskedAsync(state.Id, revision: 2);
    }

    [Fact]
    public async Task Submit_TooLarge_Is413()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");

        var page = await legal.SendAsync(
            (await legal.GetAsync(Address)).FormTo(Address).With("submit", "true").WithFile("file", "request.json", new byte[WebOptions.MaximumBodyBytes + 200_000]));

        Assert.Equal(413, page.Status);
    }
}
