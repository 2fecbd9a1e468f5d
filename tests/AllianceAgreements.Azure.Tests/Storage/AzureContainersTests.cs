using AllianceAgreements.Testing.Servers;
using Azure;
using Azure.Core;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Storage;

public sealed class AzureContainersTests(AzuriteServer azurite) : IAsyncLifetime
{
    private AzureStores _stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task StartingAsync_FirstStart_CreatesEveryContainer()
    {
        foreach (var name in new[] { "records", "documents", "archive", "keys" })
        {
            Assert.True(await _stores.Container(name).ExistsAsync(Cancellation), name);
        }
    }

    [Fact]
    public async Task StartingAsync_AllThere_AsksForNoRightToCreate()
    {
        await using var process = _stores.Another(policies: Forbidding(RequestMethod.Put));

        await StartAsync(process);
    }

    [Fact]
    public async Task StartingAsync_LookingForbidden_GoesOn()
    {
        await using var process = _stores.Another(policies: Forbidding(RequestMethod.Put, RequestMethod.Get, RequestMethod.Head));

        await StartAsync(process);
    }

    [Fact]
    public async Task StartingAsync_OneMissingAndCreatingForbidden_NamesItAndTheRole()
    {
        await _stores.Container("archive").DeleteAsync(cancellationToken: Cancellation);
        await using var process = _stores.Another(policies: Forbidding(RequestMethod.Put));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(process));

        Assert.Contains("-archive'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Storage Blob Data Owner", fault.Message, StringComparison.Ordinal);
    }

    private static Task StartAsync(AzureStores process) =>
        Task.WhenAll(process.Get<IEnumerable<IHostedService>>().OfType<IHostedLifecycleService>().Select(service => service.StartingAsync(Cancellation)));

    private static Disturbance Forbidding(params RequestMethod[] methods) => new((message, next) => methods.Contains(message.Request.Method)
        ? throw new RequestFailedException(403, "No.", "AuthorizationPermissionMismatch", null)
        : next());
}
