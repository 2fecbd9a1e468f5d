using AllianceAgreements.Azure.Records;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;

namespace AllianceAgreements.Azure.Storage;

/// <summary>
/// Creates, before anything else of the host starts, the containers that are missing. An identity that may not create any is no fault as long as they
/// exist: infrastructure made them, with their retention.
/// </summary>
internal sealed class AzureContainers(AzureStorage storage) : IHostedLifecycleService
{
    private static readonly string[] Names = [AppendBlobRecord.ContainerName];

    public Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Names.Select(name => EnsureAsync(storage.Container(name), cancellationToken)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task EnsureAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        if (await container.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 403)
        {
            throw new InvalidOperationException(
                $"The storage account '{container.AccountName}' has no container '{container.Name}', and this process may not create it. "
                + "Create it, or give the process's identity the role Storage Blob Data Contributor.",
                fault);
        }
    }
}
