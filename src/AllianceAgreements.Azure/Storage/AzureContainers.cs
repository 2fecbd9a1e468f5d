using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Azure.Documents;
using AllianceAgreements.Azure.Keys;
using AllianceAgreements.Azure.Records;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;

namespace AllianceAgreements.Azure.Storage;

/// <summary>
/// Creates, before anything else of the host starts, the containers that are missing. That this process may not create any is no fault
/// as long as they exist: infrastructure made them, with their retention.
/// </summary>
internal sealed class AzureContainers(AzureStorage storage) : IHostedLifecycleService
{
    private const int Forbidden = 403;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [AppendBlobRecord.ContainerName, DocumentBlob.ContainerName, BlobArchive.ContainerName, BlobKeyRepository.ContainerName];

    public Task StartingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Names.Select(name => EnsureAsync(storage.Container(name), cancellationToken)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task EnsureAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        try
        {
            if (await container.ExistsAsync(cancellationToken))
            {
                return;
            }
        }
        catch (RequestFailedException fault) when (fault.Status == Forbidden)
        {
            // Who may use the blobs alone may not look; if the container is missing after all, whoever uses it first says so.
            return;
        }

        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == Forbidden)
        {
            throw new InvalidOperationException(
                $"The storage account '{container.AccountName}' has no container '{container.Name}', and this process may not create it. "
                + $"Create it, or give the process's identity the role {AzureStorageFaults.BlobRole}.",
                fault);
        }
    }
}
