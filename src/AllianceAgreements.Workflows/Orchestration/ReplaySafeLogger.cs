using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Orchestration;

internal sealed class ReplaySafeLogger(OrchestrationContext context, ILogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !context.IsReplaying && logger.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!context.IsReplaying)
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
