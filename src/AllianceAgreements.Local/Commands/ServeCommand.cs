using System.CommandLine;
using AllianceAgreements.Local.Hosting;

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
        root.Add(data);
        root.Add(urls);
        root.Add(templates);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new LocalHostOptions
            {
                Data = Path.GetFullPath(parsed.GetRequiredValue(data)),
                Urls = parsed.GetRequiredValue(urls),
                Templates = parsed.GetValue(templates) ?? LocalPaths.Templates,
            };
            await using var app = await LocalHost.StartAsync(options, cancellationToken: cancellationToken);
            await GreetAsync(parsed.InvocationConfiguration.Output, ListeningAddress.PublicOf(options.Urls), options.Data);
            await app.WaitForShutdownAsync(cancellationToken);
            return cancellationToken.IsCancellationRequested
                ? ExitCodes.Success
                : throw new CommandException(ExitCodes.Failure, "The engine failed, so serving has ended; the log above says why. Nothing recorded is lost.");
        });
    }

    private static Task GreetAsync(TextWriter output, Uri address, string data) => output.WriteLineAsync($"""

        Alliance Agreements is running. Press Ctrl-C to stop.

          Sign in        {address}dev/sign-in
          Sent mail      {address}dev/mail
          API            {address}openapi/v1.json
          Data folder    {data}
          API tokens     {Path.Combine(data, "legal.token")}, administrator.token and auditor.token beside it

        """);
}
