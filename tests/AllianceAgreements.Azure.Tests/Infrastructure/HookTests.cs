using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

public sealed class HookTests : IDisposable
{
    private const string NoShell = "The hooks are shell scripts.";

    private static readonly (string, string)[] Given =
        [("AZURE_ENV_NAME", "dev"), ("MAIL_FROM_ADDRESS", "a@example.org"), ("MAIL_LEGAL_ADDRESS", "l@example.org"), ("ALERT_ADDRESS", "o@example.org")];

    private static readonly (string, string)[] Provisioned =
    [
        ("AUTH_CLIENT_ID", "11111111-1111-1111-1111-111111111111"), ("FUNCTION_APP_NAME", "func-alliance"), ("AZURE_RESOURCE_GROUP", "rg"),
        ("PUBLIC_ADDRESS_OF_APP", "https://agreements.example.org"), ("IDENTITY_PRINCIPAL_ID", "identity"), ("VAULT_NAME", "kv"),
    ];

    private readonly FakeCommandLines _lines = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _lines.Dispose();

    [Fact]
    public async Task Before_ValuesMissing_NamesThemAllAndTouchesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        var (code, complaint) = await _lines.RunAsync("preprovision.sh", Cancellation, ("AZURE_ENV_NAME", "dev"), ("ALERT_ADDRESS", "o@example.org"));

        Assert.Equal(1, code);
        Assert.Contains("azd env set MAIL_FROM_ADDRESS", complaint, StringComparison.Ordinal);
        Assert.Contains("azd env set MAIL_LEGAL_ADDRESS", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("ALERT_ADDRESS", complaint, StringComparison.Ordinal);
        Assert.Empty(_lines.Calls);
    }

    [Fact]
    public async Task Before_UnknownSettings_SaysWhichThereAre()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        var (code, complaint) = await _lines.RunAsync("preprovision.sh", Cancellation, [.. Given, ("ALLIANCE_SETTINGS", "production")]);

        Assert.Equal(1, code);
        Assert.Contains("dev, test or prod", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_FirstTime_RegistersTheApplicationAndRemembersIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        var (code, _) = await _lines.RunAsync("preprovision.sh", Cancellation, Given);

        Assert.Equal(0, code);
        Assert.Contains("--app-roles @infra/app-roles.json", _lines.Calls, StringComparison.Ordinal);
        Assert.Contains("azd env set AUTH_CLIENT_ID 11111111-1111-1111-1111-111111111111", _lines.Calls, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTH_CLIENT_ID", "11111111-1111-1111-1111-111111111111")]
    [InlineData("REGISTER_APP", "false")]
    public async Task Before_RegisteredOrSomebodyElses_RegistersNothing(string name, string value)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        var (code, _) = await _lines.RunAsync("preprovision.sh", Cancellation, [.. Given, (name, value)]);

        Assert.Equal(0, code);
        Assert.DoesNotContain("az ad", _lines.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_FirstTime_MakesTheSecretsAndShowsThemToNobody()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        var (code, complaint) = await _lines.RunAsync("postprovision.sh", Cancellation, [.. Provisioned, ("SENDGRID_API_KEY", "SG.secret")]);

        Assert.Equal((0, string.Empty), (code, complaint));
        Assert.Equal(32, Convert.FromBase64String(_lines.HandedOver![0]).Length);
        Assert.Equal("SG.secret", _lines.HandedOver[1]);
        Assert.All(_lines.HandedOver, secret => Assert.DoesNotContain(secret, _lines.Calls, StringComparison.Ordinal));
        Assert.Contains("configreferences/appsettings/refresh", _lines.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_FirstTime_TellsEntraWhereTheAppIsAndWhoSpeaksForIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        await _lines.RunAsync("postprovision.sh", Cancellation, [.. Provisioned, ("SENDGRID_API_KEY", "SG.secret")]);

        Assert.Contains(
            "--web-redirect-uris https://func-alliance.azurewebsites.net/.auth/login/aad/callback https://agreements.example.org/.auth/login/aad/callback",
            _lines.Calls,
            StringComparison.Ordinal);
        Assert.Contains("\"subject\":\"identity\"", _lines.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_SecretsThere_LeavesThemAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        var (code, _) = await _lines.RunAsync("postprovision.sh", Cancellation, [.. Provisioned, ("SECRETS", "links-key sendgrid-key"), ("SENDGRID_API_KEY", "SG.other")]);

        Assert.Equal(0, code);
        Assert.Null(_lines.HandedOver);
    }

    [Fact]
    public async Task After_OneSecretThere_LeavesThatOneAsItIs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        await _lines.RunAsync("postprovision.sh", Cancellation, [.. Provisioned, ("SECRETS", "links-key"), ("SENDGRID_API_KEY", "SG.secret")]);

        Assert.Equal([string.Empty, "SG.secret"], _lines.HandedOver!);
    }

    [Fact]
    public async Task After_NoSendGridKeyAnywhere_SaysHowToGiveIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoShell);

        var (code, complaint) = await _lines.RunAsync("postprovision.sh", Cancellation, Provisioned);

        Assert.Equal(1, code);
        Assert.Contains("SENDGRID_API_KEY", complaint, StringComparison.Ordinal);
        Assert.Null(_lines.HandedOver);
    }
}
