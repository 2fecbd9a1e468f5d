namespace AllianceAgreements.Local;

/// <summary>Everything this project logs.</summary>
internal static partial class Logs
{
    [LoggerMessage(5001, LogLevel.Error, "The sweep failed and is tried again in a few minutes")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);

    [LoggerMessage(5002, LogLevel.Error, "Ended orchestrations could not be purged; that is tried again in a day")]
    public static partial void PurgeFailed(this ILogger logger, Exception exception);
}
