using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Azure.Telemetry;
using AllianceAgreements.Documents;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Local.Commands;
using AllianceAgreements.Web;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Pages.Local;
using AllianceAgreements.Workflows;
using AllianceAgreements.Workflows.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Console;

namespace AllianceAgreements.Local.Hosting;

/// <summary>The one process: rules, documents, workflows, pages, and the embedded adapters, composed.</summary>
internal static class LocalHost
{
    /// <summary>Builds and starts it.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="customise">Last changes to its services, for tests.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="CommandException">It cannot start here, for a reason the caller can mend.</exception>
    public static async Task<WebApplication> StartAsync(
        LocalHostOptions options, Action<IServiceCollection>? customise = null, CancellationToken cancellationToken = default)
    {
        WebApplication? app = null;
        try
        {
            if (options.Storage.Account is { } account)
            {
                await AzureStorageProbe.RunAsync(account, cancellationToken);
            }

            app = Build(options, customise);
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (Exception exception)
        {
            if (app is not null)
            {
                // Not StopAsync, which needs a host that got as far as its services.
                app.Lifetime.StopApplication();
                await app.DisposeAsync();
            }

            if (StartFaults.Describe(exception, options) is { } message)
            {
                throw new CommandException(ExitCodes.Usage, message);
            }

            throw;
        }
    }

    private static WebApplication Build(LocalHostOptions options, Action<IServiceCollection>? customise)
    {
        var listening = ListeningAddress.PublicOf(options.Urls);
        var address = options.Address is { } given ? ListeningAddress.Read(given) : listening;
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "AllianceAgreements" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(options.Urls);
        ConfigureLogging(builder.Logging, options.LogLevel);
        builder.Configuration.AddInMemoryCollection(options.Telemetry);
        builder.Services
            .AddAgreementTelemetry(builder.Configuration)
            .AddSingleton(TimeProvider.System)
            .AddDocuments(new TemplateFolderOptions { Folder = options.Templates })
            .AddLocalStores(options.Storage, options.Data)
            .AddEmbeddedEngine(engine => engine.DataFolder = options.Data)
            .AddAgreementWorkflows()
            .AddSingleton(options.EndedOrchestrations)
            .AddLocalMail(options.Mail)
            .AddAllianceAgreementsWeb(web =>
            {
                web.DevelopmentSignIn = options.DevelopmentPages;
                web.MailPage = options.DevelopmentPages && options.Mail is null;
            })
            .AddSingleton<IAccessTokens, TokenFiles>()
            .AddSingleton<IMailViewer, MailDropViewer>()
            .AddHostedService<SweepService>()
            .AddHostedService<PurgeService>()
            .AddSingleton<IHostLifetime, CommandLifetime>()
            .AddDataProtection()
            .SetApplicationName("AllianceAgreements")
            .PersistKeysTo(options.Storage, options.Data);
        customise?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseAllianceAgreements();

        if (options.Storage.Account is null)
        {
            DurableFiles.CreateFolder(Path.Combine(options.Data, "keys"));
        }

        // Made at the first start, so that whoever reads them finds them; damaged ones are told of at the start, not by the first partner.
        app.Services.GetRequiredService<FileAccessTokens>();
        app.Services.GetRequiredService<LinkTokens>();
        app.Services.GetRequiredService<PublicAddress>().BaseUri = address;
        return app;
    }

    private static void ConfigureLogging(ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level).AddFilter("Microsoft", LogLevel.Warning)
            // Its keys lie in the data folder, readable by their owner alone, or with the agreements; that they are not encrypted there is intended.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // That the start failed is told to whoever asked for it, in one line; the host would log it as well, with its stack.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical)
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        // What a verb prints for another program to read stays alone on standard output.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Warning);
    }
}
