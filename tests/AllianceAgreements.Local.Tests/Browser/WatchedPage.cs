using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace AllianceAgreements.Local.Tests.Browser;

/// <summary>
/// A browser's page, watched: what its console complains of, whom it calls, and how each page looked at fits its reader. With the environment
/// variable SCREENSHOTS naming a folder, every page looked at is left there as a picture.
/// </summary>
internal sealed class WatchedPage
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("desk", 1280, 800), ("phone", 390, 844)];

    private readonly List<string> _complaints = [];
    private readonly bool _scripts;

    public WatchedPage(IPage page, Uri site, bool scripts)
    {
        Page = page;
        _scripts = scripts;
        page.Context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not "data" } address && address.Authority != site.Authority)
            {
                Complain($"called {address}");
            }
        };
        page.Context.RequestFailed += (_, request) => Complain($"{request.Url} failed: {request.Failure}");
        page.PageError += (_, error) => Complain(error);
        page.Console += (_, message) =>
        {
            // That a page itself answers 404 or 400 is what the test asks of it; the browser complains of each.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
            {
                Complain(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Goes to a page of the site.</summary>
    public async Task GoToAsync(string address, int status = 200)
    {
        var response = await Page.GotoAsync(address);
        Assert.Equal(status, response!.Status);
    }

    /// <summary>Waits until a page shows a heading.</summary>
    public Task SeeHeadingAsync(string text) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = text }).First).ToBeVisibleAsync();

    /// <summary>Looks at the page on a desk and on a phone: nobody is kept out, and nothing scrolls sideways.</summary>
    public async Task LookAsync(string name)
    {
        if (!_scripts)
        {
            // What is measured takes scripts; the pages are the same.
            return;
        }

        foreach (var (screen, width, height) in Screens)
        {
            await Page.SetViewportSizeAsync(width, height);
            if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            {
                await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{screen}.png"), FullPage = true, Clip = new() { Width = width, Height = 2 * height } });
            }

            var overflow = await Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - window.innerWidth");
            Assert.True(overflow <= 0, $"{name} ({screen}) is {overflow} px too wide.");
            await AssertAccessibleAsync($"{name} ({screen})");
        }

        await Page.SetViewportSizeAsync(Screens[0].Width, Screens[0].Height);
    }

    /// <summary>Fails when anything was complained of, or anybody else called.</summary>
    public void AssertQuiet()
    {
        lock (_complaints)
        {
            Assert.Empty(_complaints);
        }
    }

    private async Task AssertAccessibleAsync(string place)
    {
        // The mail frame is what mail programs show; the page around it has the same text.
        var result = await Page.RunAxe(new AxeRunOptions { Iframes = false, ResultTypes = [ResultType.Violations] });
        var barriers = result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{place}: {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}");
        Assert.Empty(barriers);
    }

    private void Complain(string complaint)
    {
        lock (_complaints)
        {
            _complaints.Add($"{Page.Url}: {complaint}");
        }
    }
}
