using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AllianceAgreements.Testing.Telemetry;

/// <summary>A collector that keeps what it gets by OTLP over HTTP. It is no ASP.NET Core, whose spans would be exported in turn.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly Task _serving;

    /// <summary>Starts listening.</summary>
    public OtlpReceiver()
    {
        Address = FreeAddress();
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The endpoint to give exporters, whose protocol must be <c>http/protobuf</c>.</summary>
    public string Address { get; }

    /// <summary>The spans that came.</summary>
    public IReadOnlyList<OtlpSpan> Spans => [.. Of("/v1/traces").SelectMany(OtlpSpan.Read)];

    /// <summary>The points of metrics that came.</summary>
    public IReadOnlyList<OtlpPoint> Points => [.. Of("/v1/metrics").SelectMany(OtlpPoint.Read)];

    /// <summary>The lines of logs that came.</summary>
    public IReadOnlyList<OtlpLog> Logs => [.. Of("/v1/logs").SelectMany(OtlpLog.Read)];

    /// <summary>The paths of exports that hold a text anywhere.</summary>
    public IReadOnlyList<string> Holding(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. _received.Where(export => export.Body.AsSpan().IndexOf(bytes) >= 0).Select(export => export.Path)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private static string FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
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
