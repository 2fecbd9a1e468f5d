using System.Text.RegularExpressions;

namespace AllianceAgreements.Domain.Mail;

/// <summary>
/// What can be kept of a mail server's answer: its status code. The words beside it may hold addresses and names, so they are dropped.
/// </summary>
public static partial class SmtpStatus
{
    private const int LongestRead = 200;

    /// <summary>The enhanced status code (RFC 3463) an answer holds, else its reply code (RFC 5321), else null.</summary>
    /// <param name="answer">"5.1.1", "550 5.1.1 …", "550-…"; or any words, which tell nothing.</param>
    public static string? Read(string? answer)
    {
        if (answer is null)
        {
            return null;
        }

        var match = Codes().Match(answer.Length > LongestRead ? answer[..LongestRead] : answer);
        return match.Groups["enhanced"] is { Success: true } enhanced ? enhanced.Value
            : match.Groups["reply"] is { Success: true } reply ? reply.Value
            : null;
    }

    /// <summary>What a status code says of the reason: its subject; <see cref="MailReason.Unknown"/> when it says nothing.</summary>
    public static MailReason ReasonOf(string? status) => status?.Split('.') is [_, var subject, _]
        ? subject switch
        {
            "1" => MailReason.Address,
            "2" => MailReason.Mailbox,
            "3" => MailReason.MailSystem,
            "4" => MailReason.Network,
            "5" => MailReason.Protocol,
            "6" => MailReason.Content,
            "7" => MailReason.Policy,
            _ => MailReason.Unknown,
        }
        : MailReason.Unknown;

    [GeneratedRegex(
        @"\A\s*(?:(?<reply>[2-5][0-9]{2})(?:[ \-]+|\z))?(?:(?<enhanced>[245]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.]))?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();
}
