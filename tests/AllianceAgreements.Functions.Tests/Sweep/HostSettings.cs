using System.Globalization;
using System.Text.Json;

namespace AllianceAgreements.Functions.Tests.Sweep;

/// <summary>What host.json says, as it lies beside the app.</summary>
internal static class HostSettings
{
    /// <summary>How long a function may take.</summary>
    public static TimeSpan FunctionTimeout
    {
        get
        {
            using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));
            return TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture);
        }
    }
}
