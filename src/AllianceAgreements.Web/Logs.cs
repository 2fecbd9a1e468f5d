using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web;

/// <summary>What the pages and the API log. Never a link, a token, a name or a title.</summary>
internal static partial class Logs
{
    [LoggerMessage(300, LogLevel.Information, "{Method} {Route} answered {StatusCode} in {Milliseconds:0.0} ms")]
    public static partial void RequestHandled(this ILogger logger, string method, string route, int statusCode, double milliseconds);

    [LoggerMessage(301, LogLevel.Warning, "A form was refused because its anti-forgery token was missing or wrong: {Route}")]
    public static partial void FormNotTrusted(this ILogger logger, string route);

    [LoggerMessage(302, LogLevel.Error, "The document {Sha256} could not be shown as a page")]
    public static partial void PreviewFailed(this ILogger logger, string sha256, Exception exception);

    [LoggerMessage(303, LogLevel.Information, "An administrator had orchestration {InstanceId} rewound")]
    public static partial void Rewound(this ILogger logger, string instanceId);

    [LoggerMessage(310, LogLevel.Warning, "{Bytes} bytes of mail events were refused: their signature is missing or wrong, or too old or new")]
    public static partial void MailEventsRefused(this ILogger logger, int bytes);

    [LoggerMessage(311, LogLevel.Information, "Of {Count} mail events, {Added} were new and went into records")]
    public static partial void MailEventsTaken(this ILogger logger, int count, int added);
}
