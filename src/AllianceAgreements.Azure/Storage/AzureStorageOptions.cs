using Azure.Core.Pipeline;

namespace AllianceAgreements.Azure.Storage;

/// <summary>
/// Where the storage account is, and what belongs to this installation in it. Either <see cref="AccountName"/>, and the process signs in
/// with its managed identity or, on a developer's machine, with whatever <c>DefaultAzureCredential</c> finds; or
/// <see cref="ConnectionString"/>, for Azurite and for accounts that still have shared keys.
/// </summary>
public sealed class AzureStorageOptions
{
    /// <summary>The configuration section these are read from.</summary>
    public const string Section = "Storage";

    /// <summary>The storage account, such as <c>allianceprod</c>: 3 to 24 lowercase letters and digits.</summary>
    public string? AccountName { get; set; }

    /// <summary>The suffix of the cloud's storage endpoints. Default: <c>core.windows.net</c>, the public cloud.</summary>
    public string EndpointSuffix { get; set; } = "core.windows.net";

    /// <summary>A connection string. It holds a key: keep it out of files that are shared.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// What the names of containers and tables begin with, so that several installations can share an account: up to 20 lowercase
    /// letters and digits, a letter first. Default: none. Whoever changes it starts with empty stores.
    /// </summary>
    public string NamePrefix { get; set; } = string.Empty;

    /// <summary>
    /// After how many appends a record goes on in a further blob: 1 to 50,000, which is the most the service takes and the default.
    /// A change holds for blobs begun after it.
    /// </summary>
    public int RecordBlocksPerSegment { get; set; } = MaximumBlocksPerSegment;

    /// <summary>How many blocks the service takes for an append blob.</summary>
    internal const int MaximumBlocksPerSegment = 50_000;

    /// <summary>What is put between a try of a call to the blob service and the network.</summary>
    internal IReadOnlyList<HttpPipelinePolicy> Policies { get; set; } = [];

    /// <summary>How often a call that failed is tried again.</summary>
    internal int Retries { get; set; } = 5;

    /// <summary>How long one try may take.</summary>
    internal TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
