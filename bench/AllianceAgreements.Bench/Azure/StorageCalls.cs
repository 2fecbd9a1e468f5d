using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Bench.Azure;

/// <summary>
/// Counts the calls to storage, each try of a call, as the SDK's own event source tells them, and whom they were made for: a page or the
/// API, or nobody who waits.
/// </summary>
internal sealed class StorageCalls : IStartupFilter, IDisposable
{
    /// <summary>Whom the workflow's calls are made for.</summary>
    public const string Background = "workflow";

    /// <summary>Whom the calls are made for that only the benchmark causes, by asking how far an agreement is.</summary>
    public const string Polling = "polling";

    private static readonly AsyncLocal<string?> Origin = new();

    private readonly ConcurrentDictionary<(string Origin, StorageCall Call), int> _counts = new();
    private readonly AzureEventSourceListener _listener;

    public StorageCalls(int tablePort) => _listener = new AzureEventSourceListener(
        (@event, _) =>
        {
            if (@event.EventName == "Request")
            {
                var address = new Uri((string)@event.Payload![@event.PayloadNames!.IndexOf("uri")]!);
                var method = (string)@event.Payload[@event.PayloadNames.IndexOf("method")]!;
                _counts.AddOrUpdate((Origin.Value ?? Background, StorageCall.Of(method, address, address.Port == tablePort)), 1, (_, count) => count + 1);
            }
        },
        EventLevel.Informational);

    /// <summary>What was counted since the last time.</summary>
    public IReadOnlyDictionary<(string Origin, StorageCall Call), int> Take()
    {
        var taken = new Dictionary<(string, StorageCall), int>();
        foreach (var key in _counts.Keys)
        {
            if (_counts.TryRemove(key, out var count))
            {
                taken.Add(key, count);
            }
        }

        return taken;
    }

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            Origin.Value = OriginOf(context.Request);
            await following(context);
        });
        next(app);
    };

    public void Dispose() => _listener.Dispose();

    private static string OriginOf(HttpRequest request) => (request.Method, request.Path.Value) switch
    {
        ("GET", { } path) when path.StartsWith("/api/", StringComparison.Ordinal) => Polling,
        (_, { } path) when path.StartsWith("/api/", StringComparison.Ordinal) => "legal, by the API",
        ("GET", _) => "partners, reading",
        _ => "partners, deciding",
    };
}
