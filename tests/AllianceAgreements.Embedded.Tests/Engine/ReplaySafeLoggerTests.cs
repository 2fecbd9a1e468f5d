using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class ReplaySafeLoggerTests
{
    [Fact]
    public async Task CreateReplaySafeLogger_CodeIsReplayed_EachLineOnce()
    {
        var lines = new Lines();
        await using var host = await EmbeddedHarness.StartAsync(
            new OrchestrationCatalog().Orchestrator("Test", async context =>
            {
                var logger = context.CreateReplaySafeLogger<ReplaySafeLoggerTests>();
                logger.LogInformation("begun");
                await context.WaitForExternalEvent<string>("first");
                logger.LogInformation("first came");
                await context.WaitForExternalEvent<string>("second");
                logger.LogInformation("second came");
                return "";
            }),
            services => services.AddLogging(logging => logging.AddProvider(lines)));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Test", cancellationToken: TestContext.Current.CancellationToken);
        await host.WaitUntilIdleAsync();
        await host.Client.RaiseEventAsync(id, "first", "x", TestContext.Current.CancellationToken);
        await host.WaitUntilIdleAsync();
        await host.Client.RaiseEventAsync(id, "second", "x", TestContext.Current.CancellationToken);
        await host.WaitForEndAsync(id);

        Assert.Equal(["begun", "first came", "second came"], lines.Of(typeof(ReplaySafeLoggerTests).FullName!));
    }

    private sealed class Lines : ILoggerProvider
    {
        private readonly List<(string Category, string Line)> _lines = [];

        public IEnumerable<string> Of(string category)
        {
            lock (_lines)
            {
                return [.. _lines.Where(line => line.Category == category).Select(line => line.Line)];
            }
        }

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(Lines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                lock (lines._lines)
                {
                    lines._lines.Add((category, formatter(state, exception)));
                }
            }
        }
    }
}
