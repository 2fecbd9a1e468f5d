using Microsoft.Extensions.Configuration;

namespace AllianceAgreements.Azure.Telemetry;

/// <summary>Where telemetry goes, by the settings that Azure and OpenTelemetry themselves have for it.</summary>
internal sealed record TelemetryDestinations
{
    private const string ConnectionStringSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string DisabledSetting = "OTEL_SDK_DISABLED";
    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";

    /// <summary>The connection string of Application Insights; null when it gets nothing.</summary>
    public string? ApplicationInsights { get; private init; }

    /// <summary>Whether Application Insights wants a token of Entra ID beside it.</summary>
    public bool UsesEntraId { get; private init; }

    /// <summary>The user-assigned identity that gets the token; null for the app's own.</summary>
    public string? IdentityClientId { get; private init; }

    /// <summary>Whether a collector gets it, by OTLP. Its address, protocol and headers are the exporter's own settings.</summary>
    public bool UsesOtlp { get; private init; }

    /// <summary>Whether somebody chose which traces to keep; all of them otherwise.</summary>
    public bool HasSampler { get; private init; }

    public bool IsNone => ApplicationInsights is null && !UsesOtlp;

    /// <exception cref="FormatException">A setting is not what it must be; the message names it.</exception>
    public static TelemetryDestinations Read(IConfiguration configuration)
    {
        if (IsTrue(configuration[DisabledSetting]))
        {
            return new();
        }

        var authentication = PartsOf(configuration[AuthenticationSetting]);
        return new()
        {
            ApplicationInsights = CheckConnectionString(configuration[ConnectionStringSetting]),
            UsesEntraId = authentication.TryGetValue("Authorization", out var kind) && kind.Equals("AAD", StringComparison.OrdinalIgnoreCase),
            IdentityClientId = authentication.GetValueOrDefault("ClientId"),
            UsesOtlp = CheckEndpoint(configuration[EndpointSetting]),
            HasSampler = !string.IsNullOrWhiteSpace(configuration[SamplerSetting]),
        };
    }

    private static string? CheckConnectionString(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        // Not shown, for the key in it lets others write.
        return PartsOf(value).TryGetValue("InstrumentationKey", out var key) && Guid.TryParse(key, out _)
            ? value
            : throw new FormatException(
                $"{ConnectionStringSetting} must be the connection string of an Application Insights resource, as its overview shows it: InstrumentationKey=…;IngestionEndpoint=…");
    }

    private static bool CheckEndpoint(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return false;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
            ? true
            : throw new FormatException($"{EndpointSetting} must be the http or https address of a collector, such as http://localhost:4317; it is '{value}'.");
    }

    private static Dictionary<string, string> PartsOf(string? text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                parts[part[..at].Trim()] = part[(at + 1)..].Trim();
            }
        }

        return parts;
    }

    private static bool IsTrue(string? value) => string.Equals(value?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
