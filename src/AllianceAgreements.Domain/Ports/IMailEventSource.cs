using AllianceAgreements.Domain.Mail;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Reads what a mail service posts about the mails it was handed.</summary>
public interface IMailEventSource
{
    /// <summary>
    /// What a request tells, in its order. Null when it cannot be shown to come from the mail service, just now: nothing may follow from
    /// it. Events that mean nothing here are left out.
    /// </summary>
    /// <param name="header">The value of a header of the request, by its name; null where there is none, or more than one.</param>
    /// <param name="body">The body, byte for byte.</param>
    IReadOnlyList<MailReport>? Read(Func<string, string?> header, ReadOnlySpan<byte> body);
}
