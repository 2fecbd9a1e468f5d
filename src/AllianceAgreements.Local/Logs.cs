namespace AllianceAgreements.Local;

/// <summary>Everything this project logs.</summary>
internal static partial class Logs
{
    [LoggerMessage(5001, LogLevel.Error, "The sweep failed and is tried again in a few minutes")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);
}
