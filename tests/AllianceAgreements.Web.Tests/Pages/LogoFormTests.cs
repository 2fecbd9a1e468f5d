using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Pages;

/// <summary>A party's logo in the guided form: a file that a browser sends once and that the form keeps.</summary>
public sealed class LogoFormTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string New = "/agreements/new";
    private const string Field = "parties[1].logo";

    private WebHost Host => shared.Host;

    [Fact]
    public async Task Choose_File_IsKeptThroughRoundTripsAndHandedIn()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var logo = LogoFile.Png(640, 200);
        var form = await FillAsync(legal);

        var chosen = await legal.SendAsync(form.WithFile(Field, "logo.png", logo).With("add", "parties[0].approvers"));
        var again = await legal.SendAsync(chosen.FormTo(New).With("check", "true"));
        var page = await legal.SendAsync(again.FormTo(New).With("submit", "true"));

        Assert.Contains("PNG image, 640 × 200 pixels, 1 KiB.", chosen.Text, StringComparison.Ordinal);
        Assert.Equal(LogoFile.Base64(logo), again.FormTo(New)[Field]);
        Assert.Equal(LogoFile.Base64(logo), (await TermsAsync(page)).Request.Parties[1].Logo);
    }

    [Fact]
    public async Task Choose_AnotherFile_ReplacesTheFirst()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var second = LogoFile.Jpeg(300, 300);
        var form = (await legal.SendAsync((await FillAsync(legal)).WithFile(Field, "a.png", LogoFile.Png(100, 100)).With("check", "true"))).FormTo(New);

        var page = await legal.SendAsync(form.WithFile(Field, "b.jpg", second).With("check", "true"));

        Assert.Contains("JPEG image, 300 × 300 pixels", page.Text, StringComparison.Ordinal);
        Assert.Equal(LogoFile.Base64(second), page.FormTo(New)[Field]);
    }

    [Fact]
    public async Task Remove_Logo_LeavesNoneAndEverythingElse()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = (await legal.SendAsync((await FillAsync(legal)).WithFile(Field, "a.png", LogoFile.Png(100, 100)).With("check", "true"))).FormTo(New);

        var page = await legal.SendAsync(form.With("remove", Field));

        Assert.DoesNotContain(page.FormTo(New).Fields, field => field.Key == Field);
        Assert.Equal(form.Without(Field).Fields.Where(IsContent), page.FormTo(New).Fields.Where(IsContent));
    }

    [Fact]
    public async Task Choose_FileThatIsNoLogo_SaysWhyAtTheField()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var form = await FillAsync(legal);

        var wrong = await legal.SendAsync(form.WithFile(Field, "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()).With("check", "true"));
        var large = await legal.SendAsync(form.WithFile(Field, "a.png", new byte[2_000_000]).With("check", "true"));

        Assert.Equal((400, 400), (wrong.Status, large.Status));
        Assert.Contains("Is an SVG image; give a PNG or JPEG image.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("A file that cannot be used.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Is larger than 256 KiB; save the image smaller.", large.Text, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", wrong.ElementById("f-parties-1-logo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_WithALogo_KeepsIt()
    {
        using var legal = await Host.Browse().SignInAsync("Legal");
        var started = await legal.SendAsync((await FillAsync(legal)).WithFile(Field, "a.png", LogoFile.Png(100, 100)).With("submit", "true"));
        var address = $"{started.Address}/revise";

        var form = (await legal.GetAsync(address)).FormTo(address);

        Assert.Equal(LogoFile.Base64(LogoFile.Png(100, 100)), form[Field]);
    }

    private static bool IsContent(KeyValuePair<string, string> field) => !field.Key.StartsWith('_') && field.Key != "remove" && field.Key != "check";

    private static async Task<PageForm> FillAsync(Browser legal)
    {
        const string address = $"{New}/json";
        var request = JsonNode.Parse(SampleRequests.Read(SampleRequests.NorthernHeart))!;
        request["parties"]![1]!.AsObject().Remove("logo");
        var form = (await legal.GetAsync(address)).FormTo(address);
        return (await legal.SendAsync(form.With("json", request.ToJsonString()).With("guide", "true"))).FormTo(New);
    }

    private async Task<AgreementTerms> TermsAsync(Page page)
    {
        var state = await Host.ReadAsync(AgreementId.Parse(page.Address.Split('/')[^1]));
        return AgreementTerms.FromStored(await Host.Services.GetRequiredService<IDocumentStore>().ReadAsync(
            DocumentFolder.ForRevision(state.Id, 1), state.Latest.Terms.Sha256, CancellationToken.None));
    }
}
