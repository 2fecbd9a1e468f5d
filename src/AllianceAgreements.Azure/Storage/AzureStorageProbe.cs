using AllianceAgreements.Azure.Records;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Azure.Storage;

/// <summary>Asks a storage account whether it can be worked with, before anything else does and within seconds.</summary>
public static class AzureStorageProbe
{
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Reads from both services, which changes nothing. What it throws, <see cref="AzureStorageFaults"/> puts in words.</summary>
    /// <param name="configuration">Holds the section <see cref="AzureStorageOptions.Section"/>.</param>
    /// <param name="cancellationToken">Ends the wait for an answer.</param>
    /// <exception cref="OptionsValidationException">The section is not as it must be; the message says what would be right.</exception>
    public static async Task RunAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new AzureStorageOptions { Retries = 1, TryTimeout = TryTimeout };
        configuration.GetSection(AzureStorageOptions.Section).Bind(options);
        if (new AzureStorageOptionsValidator().Validate(null, options) is { Failed: true, Failures: var faults })
        {
            throw new OptionsValidationException(AzureStorageOptions.Section, typeof(AzureStorageOptions), faults);
        }

        var storage = new AzureStorage(Options.Create(options), new DefaultAzureCredential());
        await storage.Container(AppendBlobRecord.ContainerName).ExistsAsync(cancellationToken);
        await storage.Table("agreements").GetEntityIfExistsAsync<TableEntity>("probe", "probe", cancellationToken: cancellationToken);
    }
}
