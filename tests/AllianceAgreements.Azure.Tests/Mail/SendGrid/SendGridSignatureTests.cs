using AllianceAgreements.Azure.Mail.SendGrid;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail.SendGrid;

public sealed class SendGridSignatureTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = "[{\"event\":\"delivered\"}]\r\n"u8.ToArray();

    private readonly WebhookSigner _signer = new();

    public void Dispose() => _signer.Dispose();

    // SendGrid's own example, from the tests of its public client libraries.
    [Theory]
    [InlineData("MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=", "1600112502", true)]
    [InlineData("MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=", "1600112503", false)]
    public void IsValid_ExampleOfSendGrid_IsAsItSays(string signature, string timestamp, bool expected)
    {
        var key = SendGridSignature.ReadKey("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==")!;
        var body = "[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Bounced Address\",\"sg_event_id\":\"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA\",\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0\",\"smtp-id\":\"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>\",\"timestamp\":1600112492}]\r\n"u8;

        Assert.Equal(expected, SendGridSignature.IsValid(key, signature, timestamp, body, DateTimeOffset.FromUnixTimeSeconds(1_600_112_502)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    [InlineData(86_400, false)]
    public void IsValid_SignedBeforeOrAfterNow_HoldsForFiveMinutes(int secondsAgo, bool expected)
    {
        var timestamp = Now.AddSeconds(-secondsAgo).ToUnixTimeSeconds().ToString();

        Assert.Equal(expected, IsValid(_signer.Sign(timestamp, Body), timestamp, Body));
    }

    [Fact]
    public void IsValid_AnyByteOfTheBodyChanged_DoesNotHold()
    {
        var timestamp = Now.ToUnixTimeSeconds().ToString();
        var signature = _signer.Sign(timestamp, Body);
        for (var i = 0; i < Body.Length; i++)
        {
            byte[] changed = [.. Body];
            changed[i] ^= 1;
            Assert.False(IsValid(signature, timestamp, changed));
        }

        Assert.False(IsValid(signature, timestamp, Body.AsSpan()[..^2].ToArray()));
        Assert.False(IsValid(signature, timestamp, [.. Body, (byte)' ']));
        Assert.True(IsValid(signature, timestamp, Body));
    }

    [Fact]
    public void IsValid_SignedByAnother_DoesNotHold()
    {
        using var other = new WebhookSigner();
        var timestamp = Now.ToUnixTimeSeconds().ToString();

        Assert.False(IsValid(other.Sign(timestamp, Body), timestamp, Body));
    }

    [Fact]
    public void IsValid_DigitsMovedFromTheTimestampToTheBody_DoesNotHold()
    {
        // Signed as one run of bytes, "179904960" and "01…" read the same as the right ones; the window tells them apart.
        var timestamp = Now.ToUnixTimeSeconds().ToString();
        var signature = _signer.Sign(timestamp, Body);

        Assert.False(IsValid(signature, timestamp[..^1], [(byte)timestamp[^1], .. Body]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1799053200")]
    [InlineData("1799053200.0")]
    [InlineData(" 1799053200")]
    [InlineData("99999999999999999999999999")]
    [InlineData("9223372036854775807")]
    public void IsValid_TimestampThatIsNone_DoesNotHold(string? timestamp) =>
        Assert.False(IsValid(_signer.Sign(timestamp ?? "", Body), timestamp, Body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base 64")]
    [InlineData("AAAA")]
    [InlineData("MEUCIQ==")]
    public void IsValid_SignatureThatIsNone_DoesNotHold(string? signature) =>
        Assert.False(IsValid(signature, Now.ToUnixTimeSeconds().ToString(), Body));

    [Fact]
    public void IsValid_SignatureTooLongToBeOne_DoesNotHold() =>
        Assert.False(IsValid(Convert.ToBase64String(new byte[4096]), Now.ToUnixTimeSeconds().ToString(), Body));

    [Fact]
    public void ReadKey_PemAndBase64_AreTheSameKey()
    {
        Assert.Equal(SendGridSignature.ReadKey(_signer.PublicKey), SendGridSignature.ReadKey(_signer.PublicKeyPem));
        Assert.NotNull(SendGridSignature.ReadKey($"  {_signer.PublicKey}\n"));
    }

    private bool IsValid(string? signature, string? timestamp, byte[] body) =>
        SendGridSignature.IsValid(SendGridSignature.ReadKey(_signer.PublicKey)!, signature, timestamp, body, Now);
}
