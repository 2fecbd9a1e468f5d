using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class LoggedLines<T> : ILogger<T>
{
    public ConcurrentQueue<LoggedLine> All { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue(new(
            logLevel,
            eventId.Name!,
            Assert.IsType<IReadOnlyList<KeyValuePair<string, object?>>>(state, exactMatch: false).ToDictionary(),
            exception));
}

/// <summary>A line of the log.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Values">What it names.</param>
/// <param name="Exception">The fault it tells.</param>
internal sealed record LoggedLine(LogLevel Level, string Name, IReadOnlyDictionary<string, object?> Values, Exception? Exception);
