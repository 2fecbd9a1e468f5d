using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows;

/// <summary>Everything this project logs. Event ids are stable; nothing here may carry a token, a name or an address.</summary>
internal static partial class Logs
{
    [LoggerMessage(1001, LogLevel.Warning, "Indexed {Count} agreements that a crash or a fault had left out of the index")]
    public static partial void IndexRepaired(this ILogger logger, int count);

    [LoggerMessage(1002, LogLevel.Information, "Woke {Count} overdue agreements")]
    public static partial void OverdueWoken(this ILogger logger, int count);

    [LoggerMessage(1003, LogLevel.Warning, "Revision {Revision} of agreement {AgreementId} could not be drafted: {Reason}")]
    public static partial void DraftingFailed(this ILogger logger, string agreementId, int revision, string reason);

    [LoggerMessage(1004, LogLevel.Information, "Agreement {AgreementId} archived as {Folder}")]
    public static partial void AgreementArchived(this ILogger logger, string agreementId, string folder);

    [LoggerMessage(1006, LogLevel.Warning, "A mail of agreement {AgreementId}, revision {Revision}, to {PersonKey} failed with {ErrorType} and is tried again later")]
    public static partial void MailFailed(this ILogger logger, string agreementId, int revision, string personKey, string errorType);

    [LoggerMessage(1007, LogLevel.Error, "The record of agreement {AgreementId} cannot be read, so the sweep leaves it alone")]
    public static partial void RecordUnreadable(this ILogger logger, Exception exception, string agreementId);

    [LoggerMessage(1009, LogLevel.Error, "Agreement {AgreementId} changed, but the index could not be told. The sweep will tell it")]
    public static partial void NotIndexed(this ILogger logger, Exception exception, string agreementId);

    [LoggerMessage(1011, LogLevel.Error, "The mail {KeyHash} was sent, but could not be marked as sent: {ErrorType}. It may be sent once more")]
    public static partial void MailNotMarked(this ILogger logger, string keyHash, string errorType);

    [LoggerMessage(1012, LogLevel.Warning, "The claim on mail {KeyHash} could not be given up: {ErrorType}. It ends by itself within minutes")]
    public static partial void MailNotReleased(this ILogger logger, string keyHash, string errorType);

    [LoggerMessage(1013, LogLevel.Error, "The mail service does not take alerts to legal, such as one about agreement {AgreementId}. Check where alerts go")]
    public static partial void AlertRefused(this ILogger logger, string agreementId);

    [LoggerMessage(1014, LogLevel.Error, "The record of agreement {AgreementId} cannot be read, so what the mail service tells of its mails is left out")]
    public static partial void ReportsLeftOut(this ILogger logger, Exception exception, string agreementId);

    [LoggerMessage(1015, LogLevel.Information, "Every record was compared with the index, in a look begun at {BegunAt:O}")]
    public static partial void LookCompleted(this ILogger logger, DateTimeOffset begunAt);

    [LoggerMessage(1016, LogLevel.Information, "The look at every record, begun at {BegunAt:O}, has used up its time; the next goes on from there")]
    public static partial void LookInterrupted(this ILogger logger, DateTimeOffset begunAt);

    [LoggerMessage(1017, LogLevel.Information, "Purged {Purged} ended orchestrations; {Kept} that were terminated are kept, as their agreements go on; looked at all: {Finished}")]
    public static partial void OrchestrationsPurged(this ILogger logger, int purged, int kept, bool finished);

    [LoggerMessage(1018, LogLevel.Information, "The sweep woke agreement {AgreementId} at entry {Position} of its record")]
    public static partial void QuietWoken(this ILogger logger, string agreementId, long position);

    [LoggerMessage(1019, LogLevel.Error, "Revision {Revision} of agreement {AgreementId} could not be compared with revision {Since}, so it goes out without a redline")]
    public static partial void NotCompared(this ILogger logger, Exception exception, string agreementId, int revision, int since);

    [LoggerMessage(1020, LogLevel.Warning, "{Failed} ended orchestrations could not be purged, the last of them for this. The next run tries them again")]
    public static partial void NotPurged(this ILogger logger, int failed, Exception? exception);

    [LoggerMessage(1021, LogLevel.Error, "Agreement {AgreementId} is due, but could not be woken. The next sweep tries it again")]
    public static partial void NotWoken(this ILogger logger, Exception exception, string agreementId);
}
