using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Local.Hosting;

/// <summary>How the one process runs.</summary>
internal sealed record LocalHostOptions
{
    /// <summary>The folder everything is kept in; with a storage account, the engine's history, mail and tokens alone.</summary>
    public required string Data { get; init; }

    /// <summary>Where agreements are kept.</summary>
    public StorageChoice Storage { get; init; } = StorageChoice.DataFolder;

    /// <summary>Where it listens, separated by <c>;</c>.</summary>
    public required string Urls { get; init; }

    /// <summary>The folder of Word templates.</summary>
    public string Templates { get; init; } = LocalPaths.Templates;

    /// <summary>Whether the development sign-in and the mail page exist, on loopback. Off wherever a proxy stands in front, which makes every visitor look local.</summary>
    public bool DevelopmentPages { get; init; } = true;

    /// <summary>The address people reach it at, as links in mails show it. Default: where it listens.</summary>
    public string? Address { get; init; }

    /// <summary>How mail goes out; see <see cref="MailSettings"/>. Default: null, it does not, and is kept in the data folder.</summary>
    public IConfiguration? Mail { get; init; }

    /// <summary>How long ended orchestrations are kept.</summary>
    public EndedOrchestrationsOptions EndedOrchestrations { get; init; } = new();

    /// <summary>The least level that is logged to the console.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Settings of telemetry by the names of their environment variables. Default: those of the environment.</summary>
    public IReadOnlyDictionary<string, string?> Telemetry { get; init; } = TelemetrySettings.OfEnvironment();
}
