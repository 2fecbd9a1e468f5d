using System.Diagnostics;

namespace AllianceAgreements.Bench.Documents.Peers;

/// <summary>The npm packages that this product is compared with, installed into <c>artifacts/</c>, in the versions of <c>package.json</c> beside this file.</summary>
internal static class NpmPeers
{
    private const string Manifest = "package.json";
    private const string Script = "peer.mjs";

    private static readonly string Source = Path.Combine(Repository.Root, "bench", "AllianceAgreements.Bench", "Documents", "Peers");

    /// <summary>The script that runs them; null where Node.js or npm is not there, or does not get them.</summary>
    public static async Task<string?> InstallAsync()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "bench-peers");
        var installed = Path.Combine(folder, Manifest);
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules")) || await File.ReadAllTextAsync(installed) != await File.ReadAllTextAsync(Path.Combine(Source, Manifest)))
            {
                Directory.CreateDirectory(folder);
                File.Copy(Path.Combine(Source, Manifest), installed, overwrite: true);
                await RunNpmAsync(folder);
            }

            File.Copy(Path.Combine(Source, Script), Path.Combine(folder, Script), overwrite: true);
            return Path.Combine(folder, Script);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"The npm peers cannot be installed, so there is nothing to compare with: {exception.Message}");
            return null;
        }
    }

    private static async Task RunNpmAsync(string folder)
    {
        var start = new ProcessStartInfo("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]);
        using var npm = Process.Start(start)!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            Directory.Delete(Path.Combine(folder, "node_modules"), recursive: true);
            throw new InvalidOperationException("npm install failed.");
        }
    }
}
