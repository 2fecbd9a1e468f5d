using System.Diagnostics;

namespace AllianceAgreements.Bench.Documents;

/// <summary>The program as the documentation has it published: compiled ahead of time, for this machine.</summary>
internal static class PublishedProgram
{
    /// <summary>Publishes it into <c>artifacts/</c>.</summary>
    /// <returns>The executable; null where it cannot be made.</returns>
    public static async Task<string?> MakeAsync()
    {
        var artifacts = Path.Combine(Repository.Root, "artifacts", "bench-program");
        var output = Path.Combine(artifacts, "program");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(Repository.Root, "src", "AllianceAgreements.Local"), "--configuration", "Release",
                "--use-current-runtime", "--no-self-contained", "--artifacts-path", artifacts, "--output", output, "--nologo", "--verbosity", "quiet",
                "-p:PublishReadyToRun=true", "-p:NuGetLockFilePath=obj/published.lock.json", "-p:RunAnalyzers=false",
            ]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(output, "AllianceAgreements.Local") : null;
    }
}
