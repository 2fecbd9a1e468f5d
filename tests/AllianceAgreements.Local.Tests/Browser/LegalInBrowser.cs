using AllianceAgreements.Testing.Requests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AllianceAgreements.Local.Tests.Browser;

/// <summary>What staff do on the pages.</summary>
internal sealed class LegalInBrowser(WatchedPage browser)
{
    private const string Title = "Northern Heart Cardiovascular Alliance";

    private IPage Page => browser.Page;

    public async Task SignInAsync(string role)
    {
        await browser.GoToAsync("/");
        await browser.SeeHeadingAsync("Sign in");
        await browser.LookAsync("sign-in");
        await Page.Locator($"button[value={role}]").ClickAsync();
        await browser.SeeHeadingAsync("Agreements");
        await browser.LookAsync($"list-{role}");
    }

    public async Task SignOutAsync()
    {
        await browser.GoToAsync("/");
        await Button("Sign out").ClickAsync();
        await browser.SeeHeadingAsync("Sign in");
    }

    /// <summary>Hands in a request that lacks nearly everything, and is shown what to mend: as JSON, and at the fields of the guided form.</summary>
    public async Task HandInFaultsAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "New agreement" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Use JSON instead" }).ClickAsync();
        await UploadAsync("""{ "form": "JointVenture" }"""u8.ToArray());
        await Button("Start the agreement").ClickAsync();
        await browser.SeeHeadingAsync("things need to be mended");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("$.title");
        await browser.LookAsync("new-json-faults");
        await Button("Open in the guided form").ClickAsync();
        await Button("Check what is missing").ClickAsync();
        await browser.SeeHeadingAsync("things need to be mended");
        await browser.LookAsync("new-faults");
    }

    /// <summary>Chooses a form of alliance, and is shown the section that goes with it and none that goes with another; the style sheet does that, without scripts.</summary>
    public async Task ChooseFormAsync()
    {
        await browser.GoToAsync("/agreements/new");
        await Expect(Section("Supply")).ToBeHiddenAsync();
        await Page.GetByLabel("Form of the alliance").SelectOptionAsync("SupplyChainPartnership");
        await Expect(Section("Supply")).ToBeVisibleAsync();
        await Expect(Section("Shareholding")).ToBeHiddenAsync();
        await Expect(Section("Restrictive covenants")).ToBeVisibleAsync();
        await browser.LookAsync("new-supply");
    }

    /// <summary>Uploads the sample; returns the id of the agreement that starts from it.</summary>
    public async Task<string> StartAsync()
    {
        await browser.GoToAsync("/agreements/new/json");
        await UploadAsync(SampleRequests.Read(SampleRequests.NorthernHeart));
        await Button("Start the agreement").ClickAsync();
        await browser.SeeHeadingAsync(Title);
        return Page.Url.Split('/')[^1];
    }

    /// <summary>Finds the agreement in the list, and reads its pages while it waits for approval.</summary>
    public async Task ReadAgreementAsync(string id)
    {
        await browser.GoToAsync("/");
        await browser.LookAsync("list-one");
        await Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Daniel R. Okafor");
        await browser.LookAsync("agreement-in-approval");
        await browser.GoToAsync($"/agreements/{id}/revisions/1");
        await Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Twin Ports Heart & Vascular Specialists");
        await browser.LookAsync("revision");
        await browser.GoToAsync($"/agreements/{id}/revise");
        await Expect(Page.GetByLabel("Title").First).ToHaveValueAsync(Title);
        await browser.GoToAsync("/agreements/00000000000000000000000000", status: 404);
        await browser.LookAsync("not-found");
    }

    /// <summary>Sees that the agreement is archived, who did what, and every document.</summary>
    public async Task ReadArchivedAsync(string id)
    {
        await browser.GoToAsync($"/agreements/{id}");
        await browser.SeeHeadingAsync("Archive");
        var main = Page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("Every signature is in: revision 1 is executed.");
        await Expect(main).ToContainTextAsync("The agreement was archived.");
        await browser.LookAsync("agreement-archived");
        foreach (var link in await Page.Locator("a[href*='/documents/']").AllAsync())
        {
            var answer = await Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
            Assert.Equal(200, answer.Status);
            Assert.NotEmpty(await answer.BodyAsync());
        }
    }

    /// <summary>Sees the agreement's orchestrations and what one of them waits for.</summary>
    public async Task ReadOrchestrationsAsync(string id)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Orchestrations" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync(id);
        await browser.LookAsync("orchestrations");
        await Page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync(id);
        await browser.LookAsync("orchestration");
    }

    private ILocator Section(string title) => Page.Locator("h2", new() { HasTextString = title });

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    private Task UploadAsync(byte[] request) => Page.GetByLabel("A file").SetInputFilesAsync(
        new FilePayload { Name = "request.json", MimeType = "application/json", Buffer = request });
}
