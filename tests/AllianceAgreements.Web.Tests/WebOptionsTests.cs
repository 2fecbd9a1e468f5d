using AllianceAgreements.Web.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("False")]
    [InlineData("1")]
    public void UseAppServiceAuthentication_PlatformDoesNotSayIt_IsRefused(string? value)
    {
        var options = new WebOptions();

        var refusal = Assert.Throws<InvalidOperationException>(() => options.UseAppServiceAuthentication(value));

        Assert.Contains("WEBSITE_AUTH_ENABLED", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((AccessSchemes.Session, AccessSchemes.Bearer), (options.PageScheme, options.ApiScheme));
    }

    public static TheoryData<Action<WebOptions>, string> Contradictions() => new()
    {
        { options => options.PageScheme = AccessSchemes.AppService, "UseAppServiceAuthentication" },
        { options => options.ApiScheme = AccessSchemes.AppService, "UseAppServiceAuthentication" },
        { options => options.TrustedProxies = -1, "give 0 to 10" },
        { options => options.TrustedProxies = 11, "give 0 to 10" },
        { options => options.PublicAddress = new Uri("/agreements", UriKind.Relative), "https://agreements.example.org/" },
        { options => options.PublicAddress = new Uri("https://example.org/agreements/"), "https://agreements.example.org/" },
        { options => options.PublicAddress = new Uri("ftp://example.org/"), "https://agreements.example.org/" },
        { options => (options.DevelopmentSignIn, options.TrustedProxies) = (true, 1), "for one machine" },
        { options => (options.MailPage, options.PublicAddress) = (true, new Uri("https://example.org/")), "for one machine" },
        { options => Both(options), "for one machine" },
        { options => { options.UsePrincipalsOfThisMachine(); options.TrustedProxies = 1; }, "TrustedProxies to 0" },
        { options => { options.UsePrincipalsOfThisMachine(); options.PublicAddress = new Uri("https://example.org/"); }, "http://localhost:7071/" },
        { options => { options.UsePrincipalsOfThisMachine(); options.UseAppServiceAuthentication("True"); }, "leave out App Service Authentication" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void AddAllianceAgreementsWeb_OptionsThatContradict_AreRefusedWithWhatIsRight(Action<WebOptions> configure, string advice)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddAllianceAgreementsWeb(configure));

        Assert.Contains(advice, refusal.Message, StringComparison.Ordinal);
    }

    private static void Both(WebOptions options)
    {
        options.DevelopmentSignIn = true;
        options.UseAppServiceAuthentication("True");
    }
}
