using System.Net;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests.Security;

/// <summary>Who is let in where.</summary>
public sealed class AccessTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly byte[] Withdrawal = """{"reason":"Over."}"""u8.ToArray();

    private WebHost Host => shared.Host;

    public static TheoryData<string, string, string?, int> Api()
    {
        var matrix = new TheoryData<string, string, string?, int>();
        (string Method, string Path, int Found, bool IsWriting)[] routes =
        [
            ("GET", "/api/agreements", 200, false),
            ("GET", "/api/agreements/{id}", 200, false),
            ("GET", "/api/agreements/{id}/record", 200, false),
            ("GET", "/api/agreements/{id}/coverage", 200, false),
            ("GET", "/api/agreements/{id}/revisions/1/coverage", 200, false),
            ("GET", "/api/agreements/{id}/documents/{sha}", 200, false),
            ("POST", "/api/agreements", 202, true),
            ("POST", "/api/agreements/{id}/revisions", 202, true),
            ("POST", "/api/agreements/{id}/withdrawal", 202, true),
        ];
        foreach (var (method, path, found, isWriting) in routes)
        {
            matrix.Add(method, path, null, 401);
            matrix.Add(method, path, "wrong", 401);
            matrix.Add(method, path, AccessRoles.Legal, found);
            matrix.Add(method, path, AccessRoles.Administrator, found);
            matrix.Add(method, path, AccessRoles.Auditor, isWriting ? 403 : found);
        }

        return matrix;
    }

    public static TheoryData<string, string?, int> Pages()
    {
        var matrix = new TheoryData<string, string?, int>();
        (string Path, string[] Roles)[] routes =
        [
            ("/", [.. AccessRoles.All]),
            ("/agreements/{id}", [.. AccessRoles.All]),
            ("/agreements/{id}/revisions/1", [.. AccessRoles.All]),
            ("/agreements/{id}/revisions/1/coverage", [.. AccessRoles.All]),
            ("/agreements/{id}/documents/{sha}", [.. AccessRoles.All]),
            ("/agreements/new", [AccessRoles.Legal, AccessRoles.Administrator]),
            ("/agreements/new/json", [AccessRoles.Legal, AccessRoles.Administrator]),
            ("/agreements/{id}/revise", [AccessRoles.Legal, AccessRoles.Administrator]),
            ("/agreements/{id}/revise/json", [AccessRoles.Legal, AccessRoles.Administrator]),
            ("/orchestrations", [AccessRoles.Administrator]),
            ("/orchestrations/{id}", [AccessRoles.Administrator]),
        ];
        foreach (var (path, roles) in routes)
        {
            matrix.Add(path, null, 302);
            foreach (var role in AccessRoles.All)
            {
                matrix.Add(path, role, roles.Contains(role) ? 200 : 403);
            }
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Api))]
    public async Task Api_ByRole_AnswersAsItMay(string method, string path, string? role, int expected)
    {
        var state = await Host.AgreementInApprovalAsync();
        using var api = role == "wrong" ? new ApiClient(Host.Address, new string('x', 43)) : Host.Api(role);
        var address = path.Replace("{id}", state.Id.Value, StringComparison.Ordinal).Replace("{sha}", state.Latest.Draft!.Sha256, StringComparison.Ordinal);
        var body = path.EndsWith("withdrawal", StringComparison.Ordinal)
            ? Withdrawal
            : SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, "$.term.initialMonths = 48");

        var answer = method == "GET" ? await api.GetAsync(address) : await api.PostAsync(address, body);

        Assert.True(expected == answer.Status, $"{answer.Status}: {answer.Text}");
        if (expected >= 400)
        {
            ProblemAssert.Is(expected, answer);
            Assert.Equal(expected == 401, answer.Header("WWW-Authenticate") is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ByRole_AnswersAsItMay(string path, string? role, int expected)
    {
        var state = await Host.AgreementInApprovalAsync();
        using var browser = Host.Browse();
        if (role is not null)
        {
            await browser.SignInAsync(role);
        }

        var page = await browser.RequestAsync(
            HttpMethod.Get, path.Replace("{id}", state.Id.Value, StringComparison.Ordinal).Replace("{sha}", state.Latest.Draft!.Sha256, StringComparison.Ordinal));

        Assert.Equal(expected, page.Status);
        if (expected == 302)
        {
            Assert.Contains("/dev/sign-in?returnTo=", page.Header("Location"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/agreements/new")]
    [InlineData("/agreements/new/json")]
    [InlineData("/agreements/00000000000000000000000000/revise")]
    [InlineData("/agreements/00000000000000000000000000/withdraw")]
    public async Task PagePost_Auditor_Is403(string path)
    {
        using var auditor = await Host.Browse().SignInAsync(AccessRoles.Auditor);

        Assert.Equal(403, (await auditor.RequestAsync(HttpMethod.Post, path, new FormUrlEncodedContent([]))).Status);
    }

    [Theory]
    [InlineData("Basic bGVnYWw6bGVnYWw=")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("bearer of good news")]
    public async Task Api_OtherAuthorization_Is401(string header)
    {
        using var http = new HttpClient { BaseAddress = Host.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/api/agreements", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Api_SessionCookie_IsNoAccess()
    {
        using var browser = await Host.Browse().SignInAsync(AccessRoles.Legal);

        Assert.Equal(401, (await browser.GetAsync("/api/agreements")).Status);
    }

    [Fact]
    public async Task SignIn_ReturnTo_NeverLeavesTheSite()
    {
        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "evil", "/\t/evil.example" })
        {
            using var browser = Host.Browse();
            var form = (await browser.GetAsync("/dev/sign-in")).FormTo("/dev/sign-in").With("role", "Legal").With("returnTo", elsewhere);
            Assert.Equal("/", (await browser.RequestAsync(HttpMethod.Post, form.Action, form.ToContent())).Header("Location"));
        }

        using var insider = Host.Browse();
        var inside = (await insider.GetAsync("/dev/sign-in?returnTo=%2Forchestrations%3Fq%3D1")).FormTo("/dev/sign-in").With("role", "Administrator");
        Assert.Equal("/orchestrations?q=1", (await insider.SendAsync(inside)).Address);
    }

    [Fact]
    public async Task SignIn_UnknownRole_IsRefused()
    {
        using var browser = Host.Browse();
        var form = (await browser.GetAsync("/dev/sign-in")).FormTo("/dev/sign-in").With("role", "Superuser");

        Assert.Equal(400, (await browser.SendAsync(form)).Status);
    }

    [Fact]
    public async Task SignOut_Ends_TheSession()
    {
        using var browser = await Host.Browse().SignInAsync(AccessRoles.Legal);

        await browser.SendAsync((await browser.GetAsync("/")).FormTo("/sign-out"));

        Assert.Equal(302, (await browser.RequestAsync(HttpMethod.Get, "/")).Status);
    }

    [Fact]
    public async Task Cookies_All_AreHttpOnlyAndSameSite()
    {
        using var browser = Host.Browse();
        var page = await browser.GetAsync("/dev/sign-in");
        var signedIn = await browser.RequestAsync(HttpMethod.Post, "/dev/sign-in", page.FormTo("/dev/sign-in").With("role", "Legal").ToContent());

        Assert.All(new[] { page.Header("Set-Cookie"), signedIn.Header("Set-Cookie") }, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }
}
