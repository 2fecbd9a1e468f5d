using AllianceAgreements.Web.Tests.Hosting;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Pages;

/// <summary>The administrators' list of orchestrations, and the page of one.</summary>
public sealed class OrchestrationPagesTests
{
    private const string Page = $"/orchestrations/{OneInstanceClient.InstanceId}";
    private const string Rewind = $"{Page}/rewind";

    private readonly OneInstanceClient _client = new();

    [Fact]
    public async Task Rewind_Failed_IsTakenOnceWithItsReason()
    {
        await using var host = await StartAsync();
        using var administrator = await host.Browse().SignInAsync("Administrator");

        var form = (await administrator.GetAsync(Page)).FormTo(Rewind).With("reason", " The store is back. ");
        var after = await administrator.SendAsync(form);

        Assert.Equal(200, after.Status);
        Assert.Equal(Page, after.Address);
        Assert.Equal(["Local administrator: The store is back."], _client.Rewound);
        Assert.False(after.HasFormTo(Rewind));
    }

    // Names change, so it is the account that the engine's history keeps.
    [Fact]
    public async Task Rewind_ByAnAccount_KeepsItWithTheReason()
    {
        await using var host = await WebHost.StartAsync(
            options =>
            {
                options.DevelopmentSignIn = false;
                options.MailPage = false;
                options.UseAppServiceAuthentication("True");
            },
            services => services.AddSingleton<IOrchestrationClient>(_client));
        using var administrator = host.Browse().WithHeader(ClientPrincipal.Header, ClientPrincipal.Of("Administrator"));

        await administrator.SendAsync((await administrator.GetAsync(Page)).FormTo(Rewind).With("reason", "Mended."));

        Assert.Equal([$"{ClientPrincipal.Tenant}/{ClientPrincipal.ObjectId}: Mended."], _client.Rewound);
    }

    [Theory]
    [InlineData(false, OrchestrationRuntimeStatus.Failed)]
    [InlineData(true, OrchestrationRuntimeStatus.Completed)]
    [InlineData(true, OrchestrationRuntimeStatus.Running)]
    public async Task Instance_CannotBeRewound_OffersNothing(bool canRewind, OrchestrationRuntimeStatus status)
    {
        (_client.CanRewind, _client.Status) = (canRewind, status);
        await using var host = await StartAsync();
        using var administrator = await host.Browse().SignInAsync("Administrator");

        var page = await administrator.GetAsync(Page);

        Assert.Equal(200, page.Status);
        Assert.False(page.HasFormTo(Rewind));
    }

    [Fact]
    public async Task Rewind_WithoutAReason_AsksForOne()
    {
        await using var host = await StartAsync();
        using var administrator = await host.Browse().SignInAsync("Administrator");

        var page = await administrator.SendAsync((await administrator.GetAsync(Page)).FormTo(Rewind).With("reason", " "));

        Assert.Equal(422, page.Status);
        Assert.Contains("Say why, in at most 1000 characters.", page.Text, StringComparison.Ordinal);
        Assert.Empty(_client.Rewound);
    }

    [Fact]
    public async Task Rewind_EngineRefuses_SaysWhyAndKeepsTheReason()
    {
        _client.Refusal = new InvalidOperationException("It went on after a failure. Restart it instead.");
        await using var host = await StartAsync();
        using var administrator = await host.Browse().SignInAsync("Administrator");

        var page = await administrator.SendAsync((await administrator.GetAsync(Page)).FormTo(Rewind).With("reason", "Mended."));

        Assert.Equal(409, page.Status);
        Assert.Contains("Restart it instead.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mended.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Legal")]
    [InlineData("Auditor")]
    public async Task Rewind_ByAnotherRole_IsForbidden(string role)
    {
        await using var host = await StartAsync();
        using var browser = await host.Browse().SignInAsync(role);

        var page = await browser.RequestAsync(
            HttpMethod.Post, Rewind, new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = "Mended." }));

        Assert.Equal(403, page.Status);
        Assert.Empty(_client.Rewound);
    }

    [Fact]
    public async Task List_NothingMatchesSoFar_OffersToLookFurther()
    {
        _client.Page = new([], "further on", InstanceOrder.ById);
        await using var host = await StartAsync();
        using var administrator = await host.Browse().SignInAsync("Administrator");

        var list = await administrator.GetAsync("/orchestrations?q=rare");

        Assert.Contains("None of the orchestrations looked at so far matches.", list.Text, StringComparison.Ordinal);
        Assert.Contains(list.Links, link => link.StartsWith("/orchestrations?", StringComparison.Ordinal) && link.Contains("continuation=further", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(InstanceOrder.ById, "in the order of their ids")]
    [InlineData(InstanceOrder.NewestFirst, "newest first")]
    public async Task List_OfEitherEngine_SaysItsOrder(InstanceOrder order, string words)
    {
        _client.Page = new([new("a-1", "Agreement", OrchestrationRuntimeStatus.Running, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)], null, order);
        await using var host = await StartAsync();
        using var administrator = await host.Browse().SignInAsync("Administrator");

        Assert.Contains($"Listed {words}.", (await administrator.GetAsync("/orchestrations")).Text, StringComparison.Ordinal);
    }

    private Task<WebHost> StartAsync() => WebHost.StartAsync(replace: services => services.AddSingleton<IOrchestrationClient>(_client));
}
