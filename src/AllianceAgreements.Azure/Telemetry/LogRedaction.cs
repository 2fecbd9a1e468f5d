using System.Text;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace AllianceAgreements.Azure.Telemetry;

/// <summary>
/// Takes the messages of exceptions out of logs before any exporter sees them: they are others' words, and those of mail servers name addresses.
/// Their types and stacks stay.
/// </summary>
internal sealed class LogRedaction : BaseProcessor<LogRecord>
{
    /// <summary>The name under which logs of the product hold the message of an exception.</summary>
    private const string ErrorMessage = "ErrorMessage";

    public override void OnEnd(LogRecord data)
    {
        var attributes = data.Attributes ?? [];
        if (attributes.Any(attribute => attribute.Key == ErrorMessage))
        {
            // The text repeats the message; without it, the template is shown.
            attributes = [.. attributes.Where(attribute => attribute.Key != ErrorMessage)];
            data.Attributes = attributes;
            data.FormattedMessage = null;
        }

        if (data.Exception is { } exception)
        {
            data.Exception = null;
            data.Attributes =
            [
                .. attributes, new("exception.type", exception.GetType().FullName), new("exception.stacktrace", Describe(exception)),
            ];
        }
    }

    private static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            text.Append(text.Length == 0 ? "" : "\n ---> ").Append(current.GetType().FullName).Append('\n').Append(current.StackTrace);
        }

        return text.ToString();
    }
}
