using System.Net;
using AllianceAgreements.Documents;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Pages.Local;
using AllianceAgreements.Workflows;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>The whole product behind a real server on a free port, in a folder of its own, with a clock that only moves when told to.</summary>
public sealed class WebHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("agreements-web-").FullName;
    private readonly WebApplication _app;

    private WebHost(Action<WebOptions>? configure, Action<IServiceCollection>? replace, IPAddress? remote, Action<WebApplicationBuilder>? build)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        build?.Invoke(builder);
        AddProduct(builder.Services, configure);
        replace?.Invoke(builder.Services);
        _app = builder.Build();
        if (remote is not null)
        {
            _app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = remote;
                return next(context);
            });
        }

        _app.UseAllianceAgreements();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));

    public Uri Address => new(_app.Urls.Single());

    internal CapturedLogs Logs { get; } = new();

    internal IServiceProvider Services => _app.Services;

    internal IReadOnlyList<DroppedMail> Mails => [.. Services.GetRequiredService<MailDrop>().NewestFirst().Reverse()];

    /// <summary>Starts a host.</summary>
    /// <param name="configure">Options beside the usual ones of tests: sign-in and mail page on.</param>
    /// <param name="replace">Changes to the services.</param>
    /// <param name="remote">Where every request seems to come from; null for where it does.</param>
    /// <param name="build">Changes to the host.</param>
    public static async Task<WebHost> StartAsync(
        Action<WebOptions>? configure = null, Action<IServiceCollection>? replace = null, IPAddress? remote = null,
        Action<WebApplicationBuilder>? build = null)
    {
        var host = new WebHost(configure, replace, remote, build);
        await host._app.StartAsync();
        host.Services.GetRequiredService<PublicAddress>().BaseUri = host.Address;
        return host;
    }

    /// <summary>Somebody with a browser, without scripts.</summary>
    public Browser Browse() => new(Address);

    /// <summary>Somebody who calls the API.</summary>
    /// <param name="role">With the token of this role; null without a token.</param>
    public ApiClient Api(string? role = AccessRoles.Legal)
    {
        // Asking for the tokens creates their files.
        Services.GetRequiredService<IAccessTokens>();
        return new ApiClient(Address, role is null ? null : File.ReadAllText(Path.Combine(_folder, $"{role.ToLowerInvariant()}.token")).Trim());
    }

    internal ValueTask<AgreementState> ReadAsync(AgreementId id) =>
        Services.GetRequiredService<AgreementRepository>().GetAsync(id, CancellationToken.None);

    internal ValueTask<IReadOnlyList<RecordEntry>> ReadRecordAsync(AgreementId id) =>
        Services.GetRequiredService<IAgreementRecord>().ReadAsync(id, CancellationToken.None);

    internal async Task<int> CountEntriesAsync(AgreementId id) => (await ReadRecordAsync(id)).Count;

    /// <summary>Completes when the agreement is as expected; looks again whenever a record grew.</summary>
    internal async Task<AgreementState> UntilAsync(AgreementId id, Func<AgreementState, bool> expected)
    {
        var record = (SignallingRecord)Services.GetRequiredService<IAgreementRecord>();
        while (true)
        {
            var grown = record.Grown;
            var state = await ReadAsync(id);
            if (expected(state))
            {
                return state;
            }

            try
            {
                await grown.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"Waited in vain; the agreement is {state.Status} at entry {state.Head.Position} ({state.Head.Type}).");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void AddProduct(IServiceCollection services, Action<WebOptions>? configure)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddEmbeddedStores(options => options.DataFolder = _folder);
        services.AddEmbeddedEngine(options => options.DataFolder = _folder);
        services.AddDocuments(new TemplateFolderOptions { Folder = Path.Combine(AppContext.BaseDirectory, "templates") });
        services.AddAgreementWorkflows();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<IAccessTokens, FolderTokens>();
        services.AddSingleton<IMailViewer, DroppedMails>();
        services.AddAllianceAgreementsWeb(options =>
        {
            options.DevelopmentSignIn = true;
            options.MailPage = true;
            configure?.Invoke(options);
        });

        var record = services.Single(service => service.ServiceType == typeof(IAgreementRecord));
        services.Remove(record);
        services.AddSingleton<IAgreementRecord>(provider =>
            new SignallingRecord((IAgreementRecord)ActivatorUtilities.CreateInstance(provider, record.ImplementationType!)));
    }
}
