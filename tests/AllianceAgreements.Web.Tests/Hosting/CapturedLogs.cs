using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>Keeps whatever is logged at any level, scopes and exceptions included.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category}[{eventId.Id}] {formatter(state, exception)} {exception}";
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                line += $" {{{string.Join(", ", values)}}}";
            }

            logs._scopes.ForEachScope(
                (scope, _) => line += scope is IEnumerable<KeyValuePair<string, object?>> pairs ? $" <{string.Join(", ", pairs)}>" : $" <{scope}>",
                state: 0);
            logs._lines.Enqueue(line);
        }
    }
}
