using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Mail;

/// <summary>The keys are stored wherever mails were sent, so they must never come out otherwise.</summary>
public sealed class MailKeysTests
{
    private static readonly AgreementId Id = AgreementId.Parse("0123456789abcdefghjkmnpqrs");

    [Fact]
    public void Keys_AreAsTheyAlwaysWere()
    {
        Assert.Equal("0123456789abcdefghjkmnpqrs/approval/2/approver-1-1/3", MailKeys.Approval(Id, 2, "approver-1-1", 3));
        Assert.Equal("0123456789abcdefghjkmnpqrs/signature/2/signatory-1/0", MailKeys.Signature(Id, 2, "signatory-1", 0));
        Assert.Equal("0123456789abcdefghjkmnpqrs/conclusion/1763c758c09a8e6db400562ecd27c5f6", MailKeys.Conclusion(Id, "Zoe@Example.org"));
    }

    [Fact]
    public void DeliveryAlert_OtherEvent_IsAnotherMail() =>
        Assert.NotEqual(MailKeys.DeliveryAlert(Id, "a"), MailKeys.DeliveryAlert(Id, "b"));

    [Theory]
    [InlineData("0123456789abcdefghjkmnpqrs/approval/2/approver-1-1/3", true)]
    [InlineData("0123456789abcdefghjkmnpqrs", false)]
    [InlineData("/approval", false)]
    [InlineData("another/approval", false)]
    [InlineData("", false)]
    public void AgreementOf_Key_IsWhatItBeginsWith(string key, bool isOne) => Assert.Equal(isOne ? Id : null, MailKeys.AgreementOf(key));
}
