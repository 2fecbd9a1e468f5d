using System.CommandLine;

namespace AllianceAgreements.Local.Commands;

/// <summary>The command line: without a verb it serves; each verb is a class of its own.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        var configuration = new InvocationConfiguration
        {
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        var parsed = CreateRoot().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
            {
                await configuration.Error.WriteLineAsync(fault.Message);
            }

            await configuration.Error.WriteLineAsync("Use --help to see what can be done.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (CommandException exception)
        {
            await configuration.Error.WriteLineAsync(exception.Message);
            return exception.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync("Stopped before the end.");
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            // A stack says nothing to whoever called a verb; what is served is logged in full.
            await configuration.Error.WriteLineAsync($"This should not have happened: {exception.GetType().Name}: {exception.Message}");
            return ExitCodes.Failure;
        }
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand(
            "Alliance Agreements drafts, routes for approval, collects signatures for and archives the agreements of healthcare alliances. Without a verb, it serves the pages and the API.")
        {
            DemoCommand.Create(),
            DraftCommand.Create(),
            CheckCommand.Create(),
            CheckTemplateCommand.Create(),
            TextCommand.Create(),
            ChangesCommand.Create(),
            VerifyCommand.Create(),
            DownloadCommand.Create(),
            ReindexCommand.Create(),
            HoldCommand.Create(),
        };
        ServeCommand.Configure(root);
        return root;
    }
}
