using System.CommandLine;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Local.Demo;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>demo</c>: takes a request all the way, over real HTTP, and leaves the archive on disk.</summary>
internal static class DemoCommand
{
    private const string DefaultSample = "northern-heart-joint-venture.json";

    public static Command Create()
    {
        var request = new Argument<string?>("request")
        {
            Description = $"A request (JSON), or - to read it from standard input. [default: the sample {DefaultSample}]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = LocalPaths.CreateDataOption(Path.Combine("data", "demo"));
        var storage = StorageChoice.CreateOption();
        var command = new Command(
            "demo",
            "Take a request all the way: draft, a round of changes, approval, signatures, archive. The last line printed is the archive's folder.")
        {
            request,
            data,
            storage,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var terms = await RequestFile.ReadAsync(
                parsed.GetValue(request) ?? Path.Combine(LocalPaths.Samples, DefaultSample), cancellationToken);
            var options = new LocalHostOptions
            {
                Data = Path.GetFullPath(parsed.GetRequiredValue(data)),
                Storage = StorageChoice.Read(parsed.GetValue(storage)),
                Urls = ListeningAddress.FreeLoopback(),
                LogLevel = LogLevel.Error,
            };
            await using var app = await LocalHost.StartAsync(options, cancellationToken: cancellationToken);
            var time = app.Services.GetRequiredService<TimeProvider>();
            var start = time.GetTimestamp();
            using var legal = new LegalApi(
                ListeningAddress.PublicOf(options.Urls),
                (await File.ReadAllTextAsync(Path.Combine(options.Data, "legal.token"), cancellationToken)).Trim());
            var journey = new DemoJourney(
                legal, app.Services.GetRequiredService<MailDrop>(), time,
                step => output.WriteLineAsync($"{time.GetElapsedTime(start).TotalSeconds,6:0.00} s  {step}"));
            string folder;
            try
            {
                folder = await FindArchiveAsync(app, options, await journey.RunAsync(terms, cancellationToken), cancellationToken);
            }
            catch (Exception exception) when (exception is InvalidOperationException or TimeoutException or HttpRequestException
                or TaskCanceledException { InnerException: TimeoutException })
            {
                throw new CommandException(ExitCodes.Failure, exception.Message);
            }
            finally
            {
                await app.StopAsync(CancellationToken.None);
            }

            var (exitCode, verdict) = await VerifyCommand.VerifyAsync(folder, fingerprint: null, cancellationToken);
            await output.WriteLineAsync($"{time.GetElapsedTime(start).TotalSeconds,6:0.00} s  {verdict}");
            await output.WriteLineAsync(folder);
            return exitCode;
        });
        return command;
    }

    private static async Task<string> FindArchiveAsync(WebApplication app, LocalHostOptions options, string id, CancellationToken cancellationToken)
    {
        // Until the last notice is sent.
        await app.Services.GetRequiredService<IOrchestrationClient>().WaitForInstanceCompletionAsync(
            InstanceIds.Agreement(AgreementId.Parse(id)), cancellationToken: cancellationToken);
        var state = await app.Services.GetRequiredService<AgreementRepository>().GetAsync(AgreementId.Parse(id), cancellationToken);
        var folder = state.Archive!.Folder;
        return options.Storage.Account is null
            ? Path.Combine(options.Data, "archive", folder)
            : await app.Services.GetRequiredService<ArchiveCopies>().CopyAsync(app.Services.GetRequiredService<IArchive>(), folder, cancellationToken);
    }
}
