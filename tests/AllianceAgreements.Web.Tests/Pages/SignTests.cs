using System.Net;
using System.Security.Cryptography;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Pages;

public sealed class SignTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private WebHost Host => shared.Host;

    [Fact]
    public async Task Sign_Copy_IsRecordedWithNameAddressAndHash()
    {
        var state = await Host.AgreementInSigningAsync();
        var signatory = state.Signing!.Signatories[0].Person;
        var copy = SmallPdf.SignedBy(signatory.Name);

        var page = await Host.SignatoryOf(state.Id, signatory.Key).SignAsync(copy, signatory.Name);

        Assert.Equal(200, page.Status);
        Assert.Contains("Your signed copy came in", page.Text, StringComparison.Ordinal);
        var signed = (Signed)(await RecordAsync(state.Id)).Last(entry => entry.Event is Signed).Event;
        Assert.Equal(
            (signatory.Name, "127.0.0.1", Convert.ToHexStringLower(SHA256.HashData(copy))), (signed.TypedName, signed.NetworkAddress, signed.Copy.Sha256));
    }

    [Fact]
    public async Task Download_First_IsTheApprovedDraft()
    {
        var state = await Host.AgreementInSigningAsync();
        var signatory = Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);

        var file = await signatory.Browser.GetAsync($"{signatory.Link}/document");

        Assert.Equal(state.Signing.DocumentSha256, Convert.ToHexStringLower(SHA256.HashData(file.Body)));
    }

    [Fact]
    public async Task Sequence_NextSignatory_DownloadsTheCopyBeforeAndNobodySignsOutOfTurn()
    {
        var state = await Host.AgreementInSigningAsync(SampleRequests.NorthernHeart);
        var order = state.Signing!.Signatories.Select(signatory => signatory.Person.Key).ToList();
        var early = Host.SignatoryOf(state.Id, order[1]);
        Assert.Contains("It is not your turn yet", (await early.OpenAsync()).Text, StringComparison.Ordinal);
        var copy = SmallPdf.SignedBy("the first");

        await Host.SignatoryOf(state.Id, order[0]).SignAsync(copy);
        await Host.UntilAsync(state.Id, current => current.Signing!.Find(order[1])!.RequestedAt is not null);

        var file = await early.Browser.GetAsync($"{early.Link}/document");
        Assert.Equal(copy, file.Body);
        var unchanged = await early.SignAsync(copy);
        Assert.Equal(400, unchanged.Status);
        Assert.Contains("unchanged", unchanged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_TwiceAndAtOnce_CountsOnce()
    {
        var state = await Host.AgreementInSigningAsync();
        var signatory = Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);
        var form = (await signatory.OpenAsync()).FormTo(signatory.Link).With("name", "Sam Signatory").WithFile("file", "a.pdf", SmallPdf.SignedBy("a"));

        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => signatory.Browser.SendAsync(form)));
        var replayed = await signatory.Browser.SendAsync(form);

        Assert.All(pages.Append(replayed), page => Assert.Contains("Your signed copy came in", page.Text, StringComparison.Ordinal));
        Assert.Single(await RecordAsync(state.Id), entry => entry.Event is Signed);
    }

    [Fact]
    public async Task Sign_WithoutFile_SaysSoAndKeepsTheName()
    {
        var state = await Host.AgreementInSigningAsync();
        var signatory = Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);

        var page = await signatory.Browser.SendAsync((await signatory.OpenAsync()).FormTo(signatory.Link).With("name", "Sam Signatory"));

        Assert.Equal(400, page.Status);
        Assert.Contains("href=\"#file\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("Sam Signatory", page.FormTo(signatory.Link)["name"]);
    }

    [Theory]
    [InlineData("<html>not a PDF</html>")]
    [InlineData("MZ executable")]
    [InlineData("%PDF-1.7 cut off")]
    public async Task Sign_FileThatIsNoSignedCopy_IsRefused(string content)
    {
        var state = await Host.AgreementInSigningAsync();

        var page = await Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key).SignAsync(System.Text.Encoding.ASCII.GetBytes(content));

        Assert.Equal(400, page.Status);
        Assert.Contains("was not taken yet", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await RecordAsync(state.Id), entry => entry.Event is Signed);
    }

    [Fact]
    public async Task Sign_NameMissing_PointsAtTheName()
    {
        var state = await Host.AgreementInSigningAsync();

        var page = await Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key).SignAsync(name: " ");

        Assert.Equal(400, page.Status);
        Assert.Contains("href=\"#name\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    public async Task Sign_FileTooLarge_Is413(int over)
    {
        var state = await Host.AgreementInSigningAsync();
        var signatory = Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);
        var content = new byte[Host.Services.GetRequiredService<IUploadInspector>().MaximumBytes + over];

        var page = await signatory.SignAsync(content);

        Assert.Equal(413, page.Status);
        Assert.DoesNotContain(await RecordAsync(state.Id), entry => entry.Event is Signed);
    }

    [Fact]
    public async Task Link_Expired_SaysSoAndNeverActs()
    {
        await using var host = await WebHost.StartAsync();
        var state = await host.AgreementInSigningAsync();
        var signatory = host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);
        var form = (await signatory.OpenAsync()).FormTo(signatory.Link).With("name", "Sam Signatory").WithFile("file", "a.pdf", SmallPdf.SignedBy("a"));
        host.Clock.SetUtcNow(state.Signing.Deadline);

        var sent = await signatory.Browser.SendAsync(form);

        Assert.Equal(410, sent.Status);
        var after = await host.UntilAsync(state.Id, current => current.Status == AgreementStatus.Expired);
        Assert.All(after.Signing!.Signatories, each => Assert.Null(each.SignedAt));
    }

    [Fact]
    public async Task Link_SignedBeforeTheWithdrawal_PromisesNoArchive()
    {
        var state = await Host.AgreementInSigningAsync();
        var signatory = Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);
        await signatory.SignAsync();
        using var api = Host.Api();
        await api.PostAsync($"/api/agreements/{state.Id}/withdrawal", """{"reason":"Over."}""");

        var page = await signatory.OpenAsync();

        Assert.Contains("Your signed copy came in", page.Text, StringComparison.Ordinal);
        Assert.Contains("The legal team has since withdrawn this agreement", page.Text, StringComparison.Ordinal);
        Assert.Contains("not signed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("archived", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_SignedBeforeTheDeadline_SaysThatTheTimeHasRunOut()
    {
        await using var host = await WebHost.StartAsync();
        var state = await host.AgreementInSigningAsync();
        var signatory = host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);
        await signatory.SignAsync();
        host.Clock.SetUtcNow(state.Signing.Deadline);

        var page = await signatory.OpenAsync();

        Assert.Contains("The time to sign has run out before every signature was in", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("archived", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_AfterEverybodySigned_StillShowsTheOwnCopy()
    {
        var state = await Host.ArchivedAgreementAsync();
        var signatory = Host.SignatoryOf(state.Id, state.Signing!.Signatories[0].Person.Key);

        var page = await signatory.OpenAsync();
        var file = await signatory.Browser.GetAsync($"{signatory.Link}/document");

        Assert.Equal(200, page.Status);
        Assert.False(page.HasFormTo(signatory.Link));
        Assert.Contains("the agreement is archived", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "The agreement has been signed and archived", (await Host.PartnerOf(state.Id, "approver-1-1").OpenAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(state.Signing.Signatories[0].Copy!.Sha256, Convert.ToHexStringLower(SHA256.HashData(file.Body)));
        Assert.Equal(HttpStatusCode.OK, file.Response.StatusCode);
    }

    private ValueTask<IReadOnlyList<RecordEntry>> RecordAsync(AgreementId id) =>
        Host.Services.GetRequiredService<IAgreementRecord>().ReadAsync(id, CancellationToken.None);
}
