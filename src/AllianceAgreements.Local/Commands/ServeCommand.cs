using System.CommandLine;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Commands;

/// <summary>Without a verb: serves the pages and the API until it is told to stop.</summary>
internal static class ServeCommand
{
    public static void Configure(RootCommand root)
    {
        var data = LocalPaths.CreateDataOption("data");
        var templates = LocalPaths.CreateTemplatesOption();
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen.",
            DefaultValueFactory = _ => "http://localhost:7071",
        };
        var noDevelopmentPages = new Option<bool>("--no-development-pages")
        {
            Description = "Leave out the sign-in for anybody on this machine and the page of sent mail. Needed behind a proxy, which makes every visitor look local.",
        };
        var address = new Option<string?>("--address")
        {
            Description = "The address people reach it at, as links in mails show it. [default: where it listens]",
        };
        var storage = StorageChoice.CreateOption();
        root.Add(data);
        root.Add(storage);
        root.Add(address);
        root.Add(urls);
        root.Add(templates);
        root.Add(noDevelopmentPages);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new LocalHostOptions
            {
                Data = Path.GetFullPath(parsed.GetRequiredValue(data)),
                Storage = StorageChoice.Read(parsed.GetValue(storage)),
                Urls = parsed.GetRequiredValue(urls),
                Templates = parsed.GetValue(templates) ?? LocalPaths.Templates,
                Address = parsed.GetValue(address),
                Mail = MailSettings.OfEnvironment(),
                EndedOrchestrations = ReadEndedOrchestrations(),
                DevelopmentPages = !parsed.GetValue(noDevelopmentPages),
            };
            await using var app = await LocalHost.StartAsync(options, cancellationToken: cancellationToken);
            await GreetAsync(parsed.InvocationConfiguration.Output, options);
            await app.WaitForShutdownAsync(cancellationToken);
            return cancellationToken.IsCancellationRequested
                ? ExitCodes.Success
                : throw new CommandException(ExitCodes.Failure, "The engine failed, so serving has ended; the log above says why. Nothing recorded is lost.");
        });
    }

    private static EndedOrchestrationsOptions ReadEndedOrchestrations()
    {
        try
        {
            return EndedOrchestrationsOptions.Read(
                new ConfigurationBuilder().AddEnvironmentVariables().Build()[EndedOrchestrationsOptions.KeepEndedDaysName]);
        }
        catch (FormatException exception)
        {
            throw new CommandException(ExitCodes.Usage, exception.Message);
        }
    }

    private static Task GreetAsync(TextWriter output, LocalHostOptions options)
    {
        var address = ListeningAddress.PublicOf(options.Urls);
        var pages = options.DevelopmentPages
            ? $"""

                Sign in        {address}dev/sign-in
              """
            : "";
        var mail = options switch
        {
            { Mail: not null } => """

                Mail           goes out, as the environment says
              """,
            { DevelopmentPages: true } => $"""

                Sent mail      {address}dev/mail
              """,
            _ => "",
        };
        var account = options.Storage.Account is null
            ? ""
            : $"""

                Agreements     storage account {options.Storage.Name}
              """;
        return output.WriteLineAsync($"""

            Alliance Agreements is running. Press Ctrl-C to stop.
            {pages}{mail}
              API            {address}openapi/v1.json
              Data folder    {options.Data}{account}
              API tokens     {Path.Combine(options.Data, "legal.token")}, administrator.token and auditor.token beside it

            """);
    }
}
