using AllianceAgreements.Local.Demo;
using Xunit;

namespace AllianceAgreements.Local.Tests.Browser;

/// <summary>The main journey, the way people take it: in a browser, over the pages, from the links in their mails.</summary>
public sealed class BrowserJourneyTests
{
    private const int Approvers = 9;
    private const int Signatories = 5;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Journey_FromUploadToArchive_TakesNothingButABrowser(bool scripts)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var chromium = await Chromium.LaunchAsync();
        await using var product = await ServedProduct.StartAsync();
        var page = await chromium.OpenAsync(product.Address, scripts);
        var legal = new LegalInBrowser(page);
        var partner = new PartnerInBrowser(page);

        await legal.SignInAsync("Legal");
        await legal.HandInFaultsAsync();
        await legal.ChooseFormAsync();
        var id = await legal.StartAsync();
        var reviews = await product.AwaitLinksAsync("approval-request", Approvers);
        await legal.ReadAgreementAsync(id);

        await partner.OpenMailAsync(reviews[0]);
        await partner.ApproveAsync(reviews[0].Name);
        foreach (var (name, _, link) in reviews.Skip(1))
        {
            using var other = new Partner(name, link);
            await other.ApproveAsync(cancellationToken);
        }

        for (var signed = 0; signed < Signatories; signed++)
        {
            var request = Assert.Single(await product.AwaitLinksAsync("signature-request", 1));
            if (signed == 0)
            {
                await partner.OpenMailAsync(request);
                await partner.SignAsync(request.Name, cancellationToken);
                continue;
            }

            using var other = new Partner(request.Name, request.Link);
            await other.SignAsync(cancellationToken);
        }

        await product.AwaitEndAsync(id);
        await legal.ReadArchivedAsync(id);
        await partner.OpenBrokenLinkAsync(reviews[0].Link);
        await legal.SignOutAsync();
        await legal.SignInAsync("Administrator");
        await legal.ReadOrchestrationsAsync(id);
        page.AssertQuiet();
    }
}
