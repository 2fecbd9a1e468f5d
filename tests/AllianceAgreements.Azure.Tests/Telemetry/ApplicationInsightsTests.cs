using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AllianceAgreements.Azure.Telemetry;
using AllianceAgreements.Workflows.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Telemetry;

/// <summary>What Application Insights is sent, by an endpoint that takes its place.</summary>
public sealed class ApplicationInsightsTests : IAsyncLifetime
{
    private const string Address = "ada@example.org";

    private readonly ConcurrentQueue<string> _received = new();
    private readonly HttpListener _endpoint = new();
    private string _address = "";
    private Task _serving = Task.CompletedTask;

    public ValueTask InitializeAsync()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _endpoint.Prefixes.Add(_address);
        _endpoint.Start();
        _serving = ServeAsync();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _endpoint.Stop();
        await _serving;
        _endpoint.Close();
    }

    [Fact]
    public async Task Export_SpanAndLogOfAFailure_ArriveInOneTraceWithoutMessages()
    {
        var services = new ServiceCollection();
        services.AddAgreementTelemetry(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={_address};LiveEndpoint={_address}",
        }).Build());
        string trace;
        await using (var provider = services.BuildServiceProvider())
        {
            provider.GetRequiredService<TracerProvider>();
            var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger("Test");
            using var span = AgreementDiagnostics.Source.StartActivity("write archive")!;
            trace = span.TraceId.ToHexString();
            span.SetStatus(System.Diagnostics.ActivityStatusCode.Error, $"No mailbox for {Address}.");
            logger.LogError(Thrown(), "Instance failed: {ErrorMessage}", $"No mailbox for {Address}.");
        }

        var sent = string.Concat(_received);
        Assert.Contains("write archive", sent, StringComparison.Ordinal);
        Assert.Contains("Instance failed", sent, StringComparison.Ordinal);
        Assert.Contains("System.IO.IOException", sent, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), sent, StringComparison.Ordinal);
        Assert.Equal(2, sent.Split($"\"ai.operation.id\":\"{trace}\"").Length - 1);
        Assert.DoesNotContain(Address, sent, StringComparison.Ordinal);
    }

    private static IOException Thrown()
    {
        try
        {
            throw new IOException($"550 {Address}", new FormatException(Address));
        }
        catch (IOException exception)
        {
            return exception;
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _endpoint.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            await using var body = context.Request.Headers["Content-Encoding"] == "gzip"
                ? new GZipStream(context.Request.InputStream, CompressionMode.Decompress)
                : context.Request.InputStream;
            using var reader = new StreamReader(body, Encoding.UTF8);
            _received.Enqueue(await reader.ReadToEndAsync());
            var lines = _received.Last().Count(character => character == '\n') + 1;
            await context.Response.OutputStream.WriteAsync(
                Encoding.UTF8.GetBytes($$"""{"itemsReceived":{{lines}},"itemsAccepted":{{lines}},"errors":[]}"""));
            context.Response.Close();
        }
    }
}
