using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Storage;

/// <summary>
/// The containers and tables of one installation. Waiting, retrying and giving up on a call is the SDK's: see
/// <see cref="Configure{T}(T)"/>.
/// </summary>
internal sealed class AzureStorage
{
    private readonly AzureStorageOptions _options;

    public AzureStorage(IOptions<AzureStorageOptions> options, TokenCredential credential)
    {
        _options = options.Value;
        Credential = credential;
        var blobs = Configure(new BlobClientOptions());
        foreach (var policy in _options.Policies)
        {
            blobs.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        if (!string.IsNullOrWhiteSpace(_options.ConnectionString))
        {
            Blobs = new BlobServiceClient(_options.ConnectionString, blobs);
            Tables = new TableServiceClient(_options.ConnectionString, Configure(new TableClientOptions()));
        }
        else
        {
            SignsIn = true;
            Blobs = new BlobServiceClient(EndpointOf("blob"), credential, blobs);
            Tables = new TableServiceClient(EndpointOf("table"), credential, Configure(new TableClientOptions()));
        }
    }

    public BlobServiceClient Blobs { get; }

    public TableServiceClient Tables { get; }

    /// <summary>What signs in where no connection string is given.</summary>
    public TokenCredential Credential { get; }

    /// <summary>Whether that one does.</summary>
    public bool SignsIn { get; }

    /// <summary>Whether it is an emulator on this machine, where nothing is kept that matters.</summary>
    public bool IsDevelopment => Blobs.Uri.IsLoopback;

    /// <summary>A container by its plain name; what it is called in the account begins with the prefix.</summary>
    public BlobContainerClient Container(string name) =>
        Blobs.GetBlobContainerClient(_options.NamePrefix.Length == 0 ? name : $"{_options.NamePrefix}-{name}");

    /// <summary>A table by its plain name, which has letters and digits only.</summary>
    public TableClient Table(string name) => Tables.GetTableClient(_options.NamePrefix + name);

    // Six tries over about half a minute outlast the moves of a partition; nothing of ours is so large that a try takes longer than that.
    private T Configure<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = _options.Retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(400);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(15);
        options.Retry.NetworkTimeout = _options.TryTimeout;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }

    private Uri EndpointOf(string service) => new($"https://{_options.AccountName}.{service}.{_options.EndpointSuffix}/");
}
