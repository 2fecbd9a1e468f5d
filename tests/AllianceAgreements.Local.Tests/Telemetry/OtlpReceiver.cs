using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Tests.Telemetry;

/// <summary>A collector that keeps what it gets by OTLP over HTTP. It is no ASP.NET Core, whose spans would be exported in turn.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly Task _serving;

    public OtlpReceiver()
    {
        Address = ListeningAddress.FreeLoopback();
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address { get; }

    public IReadOnlyList<OtlpSpan> Spans => [.. Of("/v1/traces").SelectMany(OtlpSpan.Read)];

    public IReadOnlyList<OtlpPoint> Points => [.. Of("/v1/metrics").SelectMany(OtlpPoint.Read)];

    public IReadOnlyList<OtlpLog> Logs => [.. Of("/v1/logs").SelectMany(OtlpLog.Read)];

    /// <summary>The paths of exports that hold a text anywhere.</summary>
    public IReadOnlyList<string> Holding(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. _received.Where(export => export.Body.AsSpan().IndexOf(bytes) >= 0).Select(export => export.Path)];
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private IEnumerable<ProtobufFields> Of(string path) =>
        _received.Where(export => export.Path == path).Select(export => new ProtobufFields(export.Body));

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}
