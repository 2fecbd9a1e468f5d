using AllianceAgreements.Documents;
using AllianceAgreements.Embedded.Engine;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Local.Commands;
using AllianceAgreements.Web;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Pages.Local;
using AllianceAgreements.Workflows;
using AllianceAgreements.Workflows.Mail;
using Microsoft.AspNetCore.DataProtection;

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
        var app = Build(options, customise);
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            await app.DisposeAsync();
            throw new CommandException(ExitCodes.Usage, exception.Message);
        }
    }

    private static WebApplication Build(LocalHostOptions options, Action<IServiceCollection>? customise)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "AllianceAgreements" });
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls);
        builder.Logging.SetMinimumLevel(options.LogLevel).AddFilter("Microsoft", LogLevel.Warning)
            // Its keys lie in the data folder, readable by their owner alone; that they are not encrypted there is intended.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddDocuments(new TemplateFolderOptions { Folder = options.Templates })
            .AddEmbeddedStores(stores => stores.DataFolder = options.Data)
            .AddEmbeddedEngine(engine => engine.DataFolder = options.Data)
            .AddAgreementWorkflows()
            .AddAllianceAgreementsWeb(web =>
            {
                web.DevelopmentSignIn = true;
                web.MailPage = true;
            })
            .AddSingleton<IAccessTokens, TokenFiles>()
            .AddSingleton<IMailViewer, MailDropViewer>()
            .AddHostedService<SweepService>();
        builder.Services.AddDataProtection()
            .SetApplicationName("AllianceAgreements")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Data, "keys")));
        customise?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseAllianceAgreements();

        // Made at the first start, so that whoever reads them finds them.
        app.Services.GetRequiredService<FileAccessTokens>();
        app.Services.GetRequiredService<PublicAddress>().BaseUri = ListeningAddress.PublicOf(options.Urls);
        return app;
    }
}
