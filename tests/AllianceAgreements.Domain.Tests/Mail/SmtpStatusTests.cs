using AllianceAgreements.Domain.Mail;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Mail;

public sealed class SmtpStatusTests
{
    [Theory]
    [InlineData("5.1.1", "5.1.1", MailReason.Address)]
    [InlineData("550 5.1.1 <zoe@example.org>: user unknown", "5.1.1", MailReason.Address)]
    [InlineData("550-5.7.26 Unauthenticated mail from example.org", "5.7.26", MailReason.Policy)]
    [InlineData("452 4.2.2 The mailbox is full", "4.2.2", MailReason.Mailbox)]
    [InlineData("451 4.3.0 later", "4.3.0", MailReason.MailSystem)]
    [InlineData("4.4.1", "4.4.1", MailReason.Network)]
    [InlineData("554 5.5.0", "5.5.0", MailReason.Protocol)]
    [InlineData("5.6.0", "5.6.0", MailReason.Content)]
    [InlineData("5.0.0", "5.0.0", MailReason.Unknown)]
    [InlineData("550 no such user zoe@example.org", "550", MailReason.Unknown)]
    [InlineData(" 250 OK", "250", MailReason.Unknown)]
    [InlineData("421", "421", MailReason.Unknown)]
    [InlineData("Bounced Address", null, MailReason.Unknown)]
    [InlineData("unable to get mx info: lookup zoe@example.org", null, MailReason.Unknown)]
    [InlineData("5.1.1.1", null, MailReason.Unknown)]
    [InlineData("55012345", null, MailReason.Unknown)]
    [InlineData("9.1.1", null, MailReason.Unknown)]
    [InlineData("", null, MailReason.Unknown)]
    [InlineData(null, null, MailReason.Unknown)]
    public void Read_AnAnswer_KeepsItsCodeAlone(string? answer, string? status, MailReason reason)
    {
        Assert.Equal(status, SmtpStatus.Read(answer));
        Assert.Equal(reason, SmtpStatus.ReasonOf(SmtpStatus.Read(answer)));
    }
}
