using AllianceAgreements.Workflows.Telemetry;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AllianceAgreements.Azure.Telemetry;

/// <summary>Registers traces, metrics and logs.</summary>
public static class TelemetryServiceCollectionExtensions
{
    private const string ServiceName = "alliance-agreements";

    /// <summary>What is asked every few seconds, and says nothing about anybody's request.</summary>
    private static readonly string[] Unwatched = ["/health", "/assets"];

    /// <summary>
    /// The product, and what calls it on Azure Functions: the worker, whose span holds each invocation and is in the trace of the orchestration that
    /// the platform runs, and the client of Durable Functions. Without them, what the product does there would begin traces of its own.
    /// </summary>
    private static readonly string[] Sources = [AgreementDiagnostics.Name, "Microsoft.Azure.Functions.Worker", "Microsoft.DurableTask"];

    private static readonly string[] Meters =
    [
        AgreementDiagnostics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http", "System.Runtime",
    ];

    /// <summary>
    /// Sends traces, metrics and logs to Application Insights, to a collector by OTLP, or to both, as the settings say that Azure and OpenTelemetry
    /// have for it: <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> and <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, with their companions. Adds nothing where
    /// neither is set. What leaves the process holds no address, name, link or message of an exception, as far as it comes from the product, ASP.NET
    /// Core or the HTTP client; whoever adds other sources (<c>ConfigureOpenTelemetryTracerProvider</c>) answers for them.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Where the settings are.</param>
    /// <exception cref="FormatException">A setting is not what it must be; the message names it.</exception>
    public static IServiceCollection AddAgreementTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var destinations = TelemetryDestinations.Read(configuration);
        if (destinations.IsNone)
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                configuration["OTEL_SERVICE_NAME"] ?? ServiceName,
                serviceVersion: typeof(AgreementDiagnostics).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => Configure(tracing, destinations))
            .WithMetrics(metrics => Configure(metrics, destinations))
            .WithLogging(
                logging => Configure(logging, destinations),
                options =>
                {
                    options.IncludeFormattedMessage = true;
                    options.IncludeScopes = true;
                });
        return services;
    }

    private static void Configure(TracerProviderBuilder tracing, TelemetryDestinations destinations)
    {
        tracing
            .AddSource(Sources)
            .AddAspNetCoreInstrumentation(requests =>
            {
                requests.EnableRazorComponentsSupport = false;
                requests.Filter = context => !Array.Exists(
                    Unwatched, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
            })
            .AddHttpClientInstrumentation()
            .AddProcessor(new SpanRedaction());
        if (destinations.ApplicationInsights is not null)
        {
            tracing.AddAzureMonitorTraceExporter(exporter => Configure(exporter, destinations));
        }

        if (destinations.UsesOtlp)
        {
            tracing.AddOtlpExporter();
        }

        if (!destinations.HasSampler)
        {
            // The default leaves out what a parent outside this process is not sampled with, and Durable Functions hands every step a context that
            // says so (its own listener asks for all data, but does not record), whatever becomes of the trace.
            tracing.SetSampler(new AlwaysOnSampler());
        }
    }

    private static void Configure(MeterProviderBuilder metrics, TelemetryDestinations destinations)
    {
        metrics.AddMeter(Meters);
        if (destinations.ApplicationInsights is not null)
        {
            metrics.AddAzureMonitorMetricExporter(exporter => Configure(exporter, destinations));
        }

        if (destinations.UsesOtlp)
        {
            metrics.AddOtlpExporter();
        }
    }

    private static void Configure(LoggerProviderBuilder logging, TelemetryDestinations destinations)
    {
        logging.AddProcessor(new LogRedaction());
        if (destinations.ApplicationInsights is not null)
        {
            logging.AddAzureMonitorLogExporter(exporter => Configure(exporter, destinations));
        }

        if (destinations.UsesOtlp)
        {
            logging.AddOtlpExporter();
        }
    }

    private static void Configure(AzureMonitorExporterOptions exporter, TelemetryDestinations destinations)
    {
        exporter.ConnectionString = destinations.ApplicationInsights;
        if (destinations.UsesEntraId)
        {
            exporter.Credential = new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = destinations.IdentityClientId });
        }

        if (!destinations.HasSampler)
        {
            // The exporter's own default keeps a few traces a second, which would tear holes into traces that last for weeks.
            exporter.TracesPerSecond = null;
            exporter.SamplingRatio = 1;
        }
    }
}
