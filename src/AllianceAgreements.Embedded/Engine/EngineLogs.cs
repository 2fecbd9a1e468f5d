using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Embedded.Engine;

/// <summary>What the engine logs. Ids 1000 to 1099 are the engine's and never change. Inputs and results are never logged.</summary>
internal static partial class EngineLogs
{
    [LoggerMessage(1000, LogLevel.Information, "The orchestration engine runs on '{Folder}'.")]
    public static partial void EngineStarted(this ILogger logger, string folder);

    [LoggerMessage(1001, LogLevel.Information, "The orchestration engine has stopped.")]
    public static partial void EngineStopped(this ILogger logger);

    [LoggerMessage(1002, LogLevel.Warning, "The orchestration engine stops without waiting longer for {Count} running activities; they will run again.")]
    public static partial void ActivitiesAbandoned(this ILogger logger, int count);

    [LoggerMessage(1003, LogLevel.Critical, "The orchestration engine has failed and takes no more work. What was committed is safe.")]
    public static partial void EngineFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1010, LogLevel.Debug, "Instance '{InstanceId}' ({Name}) is now {Status}.")]
    public static partial void InstanceEnded(this ILogger logger, string instanceId, string name, string status);

    [LoggerMessage(1011, LogLevel.Error, "Instance '{InstanceId}' ({Name}) has failed: {ErrorType}: {ErrorMessage}")]
    public static partial void InstanceFailed(this ILogger logger, string instanceId, string name, string errorType, string errorMessage);

    [LoggerMessage(1020, LogLevel.Warning, "Activity '{Activity}' of instance '{InstanceId}' failed.")]
    public static partial void ActivityFailed(this ILogger logger, Exception exception, string activity, string instanceId);

    [LoggerMessage(1021, LogLevel.Information, "Activity '{Activity}' of instance '{InstanceId}' was interrupted by the stop; it will run again.")]
    public static partial void ActivityInterrupted(this ILogger logger, string activity, string instanceId);
}
