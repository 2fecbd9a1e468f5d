using Microsoft.Playwright;
using Xunit;

namespace AllianceAgreements.Local.Tests.Browser;

/// <summary>A headless Chromium of this machine.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // In milliseconds; far more than it takes, so that a busy machine fails no test.
    private const float Patience = 60_000;

    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // A test browser talks to the product and to nobody else.
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it; skips the test where there is none.</summary>
    public static async Task<Chromium> LaunchAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Candidates, File.Exists);
        Assert.SkipWhen(path is null, "No Chromium is installed; name one in the environment variable CHROMIUM.");
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A person with a browser of their own.</summary>
    public async Task<WatchedPage> OpenAsync(Uri site, bool scripts)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = 1280, Height = 800 },
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new WatchedPage(await context.NewPageAsync(), site, scripts);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
