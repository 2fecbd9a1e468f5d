using System.Diagnostics;
using AllianceAgreements.Azure.Telemetry;
using AllianceAgreements.Workflows.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Telemetry;

public sealed class TelemetryDestinationsTests
{
    private const string ConnectionString = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://example.org/";

    [Fact]
    public void AddAgreementTelemetry_NothingSet_AddsNothing()
    {
        var services = new ServiceCollection();

        services.AddAgreementTelemetry(Settings());
        services.AddAgreementTelemetry(Settings(("APPLICATIONINSIGHTS_CONNECTION_STRING", " "), ("OTEL_EXPORTER_OTLP_ENDPOINT", "")));
        services.AddAgreementTelemetry(Settings(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317"), ("OTEL_SDK_DISABLED", "true")));

        Assert.Empty(services);
    }

    [Fact]
    public void Read_BothSet_GoesToBoth()
    {
        var destinations = TelemetryDestinations.Read(Settings(
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", ConnectionString), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")));

        Assert.Equal((ConnectionString, true, false, false), (
            destinations.ApplicationInsights, destinations.UsesOtlp, destinations.UsesEntraId, destinations.HasSampler));
    }

    [Fact]
    public void Read_EntraId_UsesTheIdentityThatIsNamed()
    {
        var destinations = TelemetryDestinations.Read(Settings(
            ("APPLICATIONINSIGHTS_CONNECTION_STRING", ConnectionString), ("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=abc;Authorization=AAD")));

        Assert.Equal((true, "abc"), (destinations.UsesEntraId, destinations.IdentityClientId));
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "IngestionEndpoint=https://example.org/", "InstrumentationKey=")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=secret", "InstrumentationKey=")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317", "http://localhost:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "http://localhost:4317")]
    public void Read_WrongSetting_NamesItAndWhatIsRight(string name, string value, string right)
    {
        var refusal = Assert.Throws<FormatException>(() => TelemetryDestinations.Read(Settings((name, value))));

        Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(right, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddAgreementTelemetry_ParentElsewhereIsNotSampled_RecordsAllTheSame()
    {
        using var services = new ServiceCollection()
            .AddAgreementTelemetry(Settings(
                ("APPLICATIONINSIGHTS_CONNECTION_STRING", ConnectionString), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")))
            .BuildServiceProvider();
        services.GetRequiredService<TracerProvider>();
        var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None);

        using var span = AgreementDiagnostics.Source.StartActivity(ActivityKind.Server, parent, name: "step");

        Assert.Equal((parent.TraceId, true), (span?.TraceId, span?.Recorded));

        // Nobody is there to export it to.
        span!.ActivityTraceFlags = ActivityTraceFlags.None;
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
        .Build();
}
