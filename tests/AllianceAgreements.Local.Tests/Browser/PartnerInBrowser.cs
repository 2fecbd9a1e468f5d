using AllianceAgreements.Local.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AllianceAgreements.Local.Tests.Browser;

/// <summary>What partners do from the links in their mails.</summary>
internal sealed class PartnerInBrowser(WatchedPage browser)
{
    private const string Title = "Northern Heart Cardiovascular Alliance";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private IPage Page => browser.Page;

    /// <summary>Opens somebody's mail on the mail page, and the link in it.</summary>
    public async Task OpenMailAsync((string Name, string Subject, Uri Link) mail)
    {
        await browser.GoToAsync("/dev/mail");
        await browser.LookAsync("mails");
        await Page.GetByRole(AriaRole.Row, new() { Name = mail.Name }).GetByRole(AriaRole.Link).First.ClickAsync();
        await browser.SeeHeadingAsync(mail.Subject);
        await browser.LookAsync("mail");
        await Page.GetByRole(AriaRole.Link, new() { Name = mail.Link.ToString(), Exact = true }).ClickAsync();
        await browser.SeeHeadingAsync(Title);
    }

    /// <summary>Reads the draft and approves it.</summary>
    public async Task ApproveAsync(string name)
    {
        await Expect(Page.GetByRole(AriaRole.Article)).ToContainTextAsync("Twin Ports Heart & Vascular Specialists");
        await browser.LookAsync("review");
        await Page.GetByLabel("Approve").CheckAsync();
        await Page.GetByLabel("Your full name").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send my decision" }).ClickAsync();
        await browser.SeeHeadingAsync("Thank you");
        await browser.LookAsync("review-approved");
    }

    /// <summary>Downloads the copy, signs it and hands it in.</summary>
    public async Task SignAsync(string name, CancellationToken cancellationToken)
    {
        await browser.LookAsync("sign");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        var copy = ConformedCopy.Sign(await File.ReadAllBytesAsync(await download.PathAsync(), cancellationToken), name);
        await Page.GetByLabel("The signed copy").SetInputFilesAsync(new FilePayload { Name = "signed.docx", MimeType = Word, Buffer = copy });
        await Page.GetByLabel("Your full name").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await browser.SeeHeadingAsync("Thank you");
        await browser.LookAsync("signed");
    }

    /// <summary>Opens a link that was cut off on its way.</summary>
    public async Task OpenBrokenLinkAsync(Uri link)
    {
        await browser.GoToAsync($"{link.AbsoluteUri[..^1]}{(link.AbsoluteUri[^1] == '0' ? '1' : '0')}", status: 404);
        await browser.SeeHeadingAsync("This link does not work");
        await browser.LookAsync("link-over");
    }
}
