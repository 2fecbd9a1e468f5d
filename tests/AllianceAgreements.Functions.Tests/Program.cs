using AllianceAgreements.Functions.Tests.Hosting;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace AllianceAgreements.Functions.Tests;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        if (args is [WorkerCall.Verb, .. var rest])
        {
            return WorkerCall.AnswerAsync(rest);
        }

        // As the entry point that xunit.v3 generates: test platforms pass --server, people do not.
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);
    }
}
