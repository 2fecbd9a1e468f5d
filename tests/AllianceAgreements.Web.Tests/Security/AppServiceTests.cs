using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Security;

/// <summary>Who is let in where, when App Service Authentication says who it is.</summary>
public sealed class AppServiceTests(AppServiceTests.AppServiceHost shared) : IClassFixture<AppServiceTests.AppServiceHost>
{
    private static readonly byte[] Withdrawal = """{"reason":"Over."}"""u8.ToArray();

    private WebHost Host => shared.Host;

    [Theory]
    [MemberData(nameof(AccessTests.Api), MemberType = typeof(AccessTests))]
    public async Task Api_ByAppRole_AnswersAsItMay(string method, string path, string? role, int expected)
    {
        var state = await (method == "GET" || expected >= 400 ? shared.AgreementToReadAsync() : shared.AgreementAsync());
        using var api = AsRole(role);
        var address = path.Replace("{id}", state.Id.Value, StringComparison.Ordinal).Replace("{sha}", state.Latest.Draft!.Sha256, StringComparison.Ordinal);
        var body = path.EndsWith("withdrawal", StringComparison.Ordinal)
            ? Withdrawal
            : SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 48");

        var answer = method == "GET" ? await api.GetAsync(address) : await api.PostAsync(address, body);

        Assert.True(expected == answer.Status, $"{answer.Status}: {answer.Text}");
        if (expected >= 400)
        {
            ProblemAssert.Is(expected, answer);
            Assert.Equal(expected == 401 ? "Bearer" : null, answer.Header("WWW-Authenticate"));
        }
    }

    [Theory]
    [MemberData(nameof(AccessTests.Pages), MemberType = typeof(AccessTests))]
    public async Task Page_ByAppRole_AnswersAsItMay(string path, string? role, int expected)
    {
        var state = await shared.AgreementToReadAsync();
        using var browser = role is null ? Host.Browse() : Browse(role);
        var address = path.Replace("{id}", state.Id.Value, StringComparison.Ordinal).Replace("{sha}", state.Latest.Draft!.Sha256, StringComparison.Ordinal);

        var page = await browser.RequestAsync(HttpMethod.Get, $"{address}?a=b");

        Assert.Equal(expected, page.Status);
        if (expected == 302)
        {
            Assert.Equal($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString($"{address}?a=b")}", page.Header("Location"));
        }
    }

    [Fact]
    public async Task Account_WithoutAppRole_IsForbidden()
    {
        using var browser = Browse("Guest");
        using var api = AsRole("Guest");

        Assert.Equal(403, (await browser.GetAsync("/")).Status);
        ProblemAssert.Is(403, await api.GetAsync("/api/agreements"));
    }

    [Fact]
    public async Task Api_BearerOfTheOtherScheme_IsNoAccess()
    {
        using var api = Host.Api();

        ProblemAssert.Is(401, await api.GetAsync("/api/agreements"));
    }

    [Fact]
    public async Task Principal_SentTwice_IsNobody()
    {
        using var api = AsRole("Legal").WithHeader(ClientPrincipal.Header, ClientPrincipal.Of("Auditor"));

        ProblemAssert.Is(401, await api.GetAsync("/api/agreements"));
    }

    [Fact]
    public async Task Form_WithoutTheToken_IsRefusedAndWithItTaken()
    {
        var state = await shared.AgreementAsync();
        using var legal = Browse("Legal");
        var page = await legal.GetAsync($"/agreements/{state.Id}");
        var form = page.FormTo($"/agreements/{state.Id}/withdraw").With("reason", "Over.");

        Assert.Equal(400, (await legal.SendAsync(form.Without("__RequestVerificationToken"))).Status);
        Assert.Equal(200, (await legal.SendAsync(form)).Status);
        var entries = await Host.ReadRecordAsync(state.Id);
        var actor = Assert.Single(entries, entry => entry.Type == "AgreementWithdrawn").Actor;
        Assert.Equal(("Ada Lawyer", $"{ClientPrincipal.Tenant}/{ClientPrincipal.ObjectId}"), (actor.Name, actor.Account));
    }

    [Fact]
    public async Task Form_SignInOver_IsToldToSignIn()
    {
        using var nobody = Host.Browse();

        var page = await nobody.RequestAsync(HttpMethod.Post, "/agreements/new", new FormUrlEncodedContent([]));

        Assert.Equal(401, page.Status);
        Assert.Contains("Please sign in", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Navigation_SignedIn_LeadsToThePlatformsSignOut()
    {
        using var legal = Browse("Legal");

        Assert.Contains("/.auth/logout?post_logout_redirect_uri=%2F", (await legal.GetAsync("/")).Links);
        Assert.Equal(404, (await legal.RequestAsync(HttpMethod.Post, "/sign-out")).Status);
    }

    [Fact]
    public async Task Partner_WithoutAccount_DecidesByLink()
    {
        var state = await shared.AgreementAsync();

        Assert.Equal(200, (await Host.PartnerOf(state.Id, "approver-1-1").ApproveAsync()).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "anything", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("Origin", "https://evil.example", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("Origin", "", true)]
    [InlineData("Origin", "{here}", false)]
    public async Task ApiPost_ByTheSignInOfABrowser_IsTakenFromThisSiteOnly(string header, string value, bool isRefused)
    {
        var state = await (isRefused ? shared.AgreementToReadAsync() : shared.AgreementAsync());
        var before = await Host.CountEntriesAsync(state.Id);
        using var browser = AsRole("Legal").WithHeader(
            header, value.Replace("{here}", Host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));

        var answer = await browser.PostAsync($"/api/agreements/{state.Id}/withdrawal", Withdrawal);
        var read = await browser.GetAsync($"/api/agreements/{state.Id}");

        Assert.Equal(200, read.Status);
        if (isRefused)
        {
            ProblemAssert.Is(403, answer);
            Assert.Equal(before, await Host.CountEntriesAsync(state.Id));
        }
        else
        {
            Assert.Equal(202, answer.Status);
        }
    }

    [Fact]
    public async Task ApiPost_WhatAFormOfAnotherSiteCanSend_IsRefused()
    {
        using var browser = AsRole("Legal");

        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b" })
        {
            using var content = new ByteArrayContent(Withdrawal);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            ProblemAssert.Is(415, await browser.SendAsync(HttpMethod.Post, "/api/agreements", content));
        }
    }

    private ApiClient AsRole(string? role)
    {
        var api = Host.Api(role: null);
        return role switch
        {
            null => api,
            "wrong" => api.WithHeader(ClientPrincipal.Header, "wrong"),
            _ => api.WithHeader(ClientPrincipal.Header, ClientPrincipal.Of(role)),
        };
    }

    private Browser Browse(string role) => Host.Browse().WithHeader(ClientPrincipal.Header, ClientPrincipal.Of(role));

    public sealed class AppServiceHost : IAsyncLifetime
    {
        private WebHost? _host;
        private Task<Domain.Record.AgreementState>? _read;

        internal WebHost Host => _host ?? throw new InvalidOperationException("The host is not running.");

        public async ValueTask InitializeAsync() => _host = await WebHost.StartAsync(options =>
        {
            options.DevelopmentSignIn = false;
            options.MailPage = false;
            options.UseAppServiceAuthentication("True");
        });

        /// <summary>An agreement whose approvers have been asked.</summary>
        internal async Task<Domain.Record.AgreementState> AgreementAsync()
        {
            using var api = Host.Api(role: null).WithHeader(ClientPrincipal.Header, ClientPrincipal.Of(AccessRoles.Legal));
            var answer = await api.PostAsync("/api/agreements", SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, ""));
            return await Host.UntilAskedAsync(Domain.Record.AgreementId.Parse(answer.Json["id"]!.GetValue<string>()), revision: 1);
        }

        /// <summary>One agreement for all who change nothing.</summary>
        internal Task<Domain.Record.AgreementState> AgreementToReadAsync() => _read ??= AgreementAsync();

        public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
