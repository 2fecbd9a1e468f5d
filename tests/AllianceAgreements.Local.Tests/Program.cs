using AllianceAgreements.Local.Tests.Crashes;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace AllianceAgreements.Local.Tests;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        if (args is [CrashHost.Verb, .. var rest])
        {
            return CrashHost.RunAsync(rest);
        }

        // As the entry point that xunit.v3 generates: test platforms pass --server, people do not.
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);
    }
}
