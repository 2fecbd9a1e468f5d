using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Azure;

/// <summary>Everything this project logs. Event ids are stable; nothing here may carry a token, a key, a name or an address.</summary>
internal static partial class Logs
{
    [LoggerMessage(6101, LogLevel.Error, "The record in {Blob} is spoilt and listed without a position: {Fault}")]
    public static partial void RecordSpoilt(this ILogger logger, string blob, string fault);

    [LoggerMessage(6102, LogLevel.Information, "The service did not seal {Blob}, which is full ({ErrorCode}); nothing rests on that")]
    public static partial void SegmentNotSealed(this ILogger logger, string blob, string? errorCode);

    [LoggerMessage(6103, LogLevel.Information, "The service did not copy {Path} into the archive ({ErrorCode}); it is read and written instead")]
    public static partial void NotCopied(this ILogger logger, string path, string? errorCode);

    [LoggerMessage(6104, LogLevel.Warning, "The archive {Folder} is written, without the retention that was asked for. {Reason}")]
    public static partial void ArchiveNotProtected(this ILogger logger, string folder, string reason);

    [LoggerMessage(6105, LogLevel.Warning, "This process may not write index tags, so blobs are written without. Give its identity the role {Role}, or one with blobs/tags/write")]
    public static partial void TagsRefused(this ILogger logger, string role);

    [LoggerMessage(6301, LogLevel.Warning, "SendGrid answered {StatusCode} to a mail, which is tried again in {Seconds:0.#} seconds")]
    public static partial void MailPutOff(this ILogger logger, int statusCode, double seconds);

    [LoggerMessage(6302, LogLevel.Warning, "SendGrid posted {Bytes} bytes of events that cannot be read; they are left out")]
    public static partial void EventsUnreadable(this ILogger logger, int bytes);
}
