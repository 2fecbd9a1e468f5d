using System.Collections.Concurrent;
using AllianceAgreements.Azure.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Azure;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Archive;

/// <summary>Azurite has no immutability: what is asked of the service is seen on its way there.</summary>
public sealed class ArchiveProtectionTests(AzuriteServer azurite) : IAsyncLifetime
{
    private const string Folder = "AA-2026-7F3K-9Q2M-0123";

    private static readonly ArchiveFile[] Files = [ArchiveFiles.Of("manifest.json", "{}"), ArchiveFiles.Of("record.jsonl", "line\n")];

    private readonly ConcurrentQueue<string> _asked = [];
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly LogLines _log = new();
    private AzureStores _stores = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stores = await AzureStores.StartAsync(azurite);

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    [Theory]
    [InlineData(false, "Unlocked")]
    [InlineData(true, "Locked")]
    public async Task WriteAsync_RetentionPeriod_IsSetOnEveryFileFromTheTimeOfWriting(bool locked, string mode)
    {
        await using var process = Process(retention => (retention.Days, retention.Lock) = (3650, locked), Granting);

        Assert.IsType<ArchiveResult.Written>(await process.Get<IArchive>().WriteAsync(Folder, Files, Cancellation));

        Assert.Equal(
            new[] { "manifest.json", "record.jsonl", "sealed.sha256" }.Select(name => $"{name} {mode} until Wed, 27 Feb 2036 09:00:00 GMT"),
            _asked.Order());
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task WriteAsync_LegalHold_IsPutOnEveryFile()
    {
        await using var process = Process(retention => retention.LegalHold = true, Granting);

        await process.Get<IArchive>().WriteAsync(Folder, Files, Cancellation);

        Assert.Equal(["manifest.json hold true", "record.jsonl hold true", "sealed.sha256 hold true"], _asked.Order());
    }

    [Fact]
    public async Task WriteAsync_NothingAskedFor_AsksNothing()
    {
        await using var process = Process(_ => { }, Granting);

        await process.Get<IArchive>().WriteAsync(Folder, Files, Cancellation);

        Assert.Empty(_asked);
    }

    [Fact]
    public async Task WriteAsync_AccountWithoutImmutability_WritesAllTheSameAndSaysSoOnce()
    {
        await using var process = Process(retention => (retention.Days, retention.LegalHold) = (3650, true), next: null);

        Assert.IsType<ArchiveResult.Written>(await process.Get<IArchive>().WriteAsync(Folder, Files, Cancellation));

        Assert.Equal("{}", await process.Get<IArchive>().ReadAsync(Folder, "manifest.json", Cancellation));
        var line = Assert.Single(_log.Lines);
        Assert.Contains($"The archive {Folder} is written, without the retention that was asked for.", line, StringComparison.Ordinal);
        Assert.Contains("version-level immutability on the container 'archive'", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_NoRightToSetRetention_NamesTheRole()
    {
        await using var process = Process(
            retention => retention.Days = 1, _ => new CannedResponse(403, ("x-ms-error-code", "AuthorizationPermissionMismatch")));

        Assert.IsType<ArchiveResult.Written>(await process.Get<IArchive>().WriteAsync(Folder, Files, Cancellation));

        Assert.Contains("Storage Blob Data Owner", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "AuthenticationFailed")]
    [InlineData(409, "LeaseIdMissing")]
    [InlineData(409, "PendingCopyOperation")]
    [InlineData(412, "ConditionNotMet")]
    public async Task WriteAsync_FaultThatPasses_LeavesTheArchiveUnsealedForTheNextTry(int status, string code)
    {
        var refusals = 1;
        await using var process = Process(
            retention => retention.Days = 1,
            _ => Interlocked.Decrement(ref refusals) == 0 ? throw new RequestFailedException(status, "No.", code, null) : new CannedResponse(200));
        var archive = process.Get<IArchive>();

        var fault = await Assert.ThrowsAsync<RequestFailedException>(async () => await archive.WriteAsync(Folder, Files, Cancellation));
        Assert.Equal(code, fault.ErrorCode);
        Assert.Null(await archive.OpenAsync(Folder, "manifest.json", Cancellation));
        Assert.Empty(_log.Lines);

        Assert.IsType<ArchiveResult.Written>(await archive.WriteAsync(Folder, Files, Cancellation));
    }

    [Theory]
    [InlineData(0, false, "Archive:Retention:Days must be 1 to 146000")]
    [InlineData(146_001, false, "Archive:Retention:Days must be 1 to 146000")]
    [InlineData(null, true, "Archive:Retention:Lock")]
    public async Task Options_Wrong_AreRefusedByName(int? days, bool locked, string named)
    {
        await using var process = Process(retention => (retention.Days, retention.Lock) = (days, locked), Granting);

        var fault = Assert.Throws<OptionsValidationException>(() => process.Get<IOptions<ArchiveRetentionOptions>>().Value);

        Assert.StartsWith(named, fault.Message, StringComparison.Ordinal);
    }

    private static CannedResponse Granting(Request request) => new(200);

    private AzureStores Process(Action<ArchiveRetentionOptions> configure, Func<Request, CannedResponse>? next)
    {
        var service = new Disturbance((message, network) =>
        {
            if (Describe(message.Request) is not { } asked || next is null)
            {
                return network();
            }

            _asked.Enqueue(asked);
            message.Response = next(message.Request);
            return ValueTask.CompletedTask;
        });
        return _stores.Another(
            services: services => services.Configure(configure).AddSingleton<TimeProvider>(_time).AddSingleton<ILoggerProvider>(_log),
            policies: service);
    }

    private static string? Describe(Request request) =>
        Disturbance.Has(request, "comp=immutabilityPolicies")
            ? $"{NameOf(request)} {Header(request, "x-ms-immutability-policy-mode")} until {Header(request, "x-ms-immutability-policy-until-date")}"
        : Disturbance.Has(request, "comp=legalhold") ? $"{NameOf(request)} hold {Header(request, "x-ms-legal-hold")}"
        : null;

    private static string NameOf(Request request) => Path.GetFileName(request.Uri.Path);

    private static string? Header(Request request, string name) => request.Headers.TryGetValue(name, out var value) ? value : null;
}
