using System.Collections;

namespace AllianceAgreements.Local.Hosting;

/// <summary>The environment variables that say where telemetry goes. What else of the environment counts, <see cref="StorageChoice"/> reads.</summary>
internal static class TelemetrySettings
{
    private static readonly string[] Prefixes = ["APPLICATIONINSIGHTS_", "OTEL_"];

    public static IReadOnlyDictionary<string, string?> OfEnvironment() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(variable => (Name: (string)variable.Key, Value: variable.Value as string))
        .Where(variable => Array.Exists(Prefixes, prefix => variable.Name.StartsWith(prefix, StringComparison.Ordinal)))
        .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.OrdinalIgnoreCase);
}
