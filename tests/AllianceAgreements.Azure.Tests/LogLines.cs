using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Azure.Tests;

/// <summary>What this product logged as a warning or worse.</summary>
internal sealed class LogLines : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName.StartsWith("AllianceAgreements.", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines lines, bool ours) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => ours && logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Lines.Enqueue(formatter(state, exception));
            }
        }
    }
}
