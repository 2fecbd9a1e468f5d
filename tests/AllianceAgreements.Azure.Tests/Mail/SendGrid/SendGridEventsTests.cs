using System.Text;
using AllianceAgreements.Azure.Mail.SendGrid;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail.SendGrid;

public sealed class SendGridEventsTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Mail = MailKeys.HashOf("a mail");

    public static TheoryData<string, MailOutcome, MailReason?, string?> Outcomes => new()
    {
        { "\"event\":\"delivered\",\"response\":\"250 OK\"", MailOutcome.Delivered, null, "250" },
        { "\"event\":\"deferred\",\"response\":\"452 4.2.2 zoe@example.org is over quota\",\"attempt\":\"5\"", MailOutcome.Deferred, null, "4.2.2" },
        { "\"event\":\"bounce\",\"type\":\"bounce\",\"status\":\"5.1.1\",\"reason\":\"550 5.1.1 <zoe@example.org>: unknown\"", MailOutcome.Bounced, MailReason.Address, "5.1.1" },
        { "\"event\":\"bounce\",\"type\":\"blocked\",\"bounce_classification\":\"Reputation\",\"reason\":\"unable to get mx info\"", MailOutcome.Blocked, MailReason.Policy, null },
        { "\"event\":\"bounce\",\"bounce_classification\":\"Invalid Address\",\"reason\":\"550 no zoe@example.org\"", MailOutcome.Bounced, MailReason.Address, "550" },
        { "\"event\":\"dropped\",\"reason\":\"Bounced Address\"", MailOutcome.Dropped, MailReason.Suppressed, null },
        { "\"event\":\"dropped\",\"reason\":\"Spam Reporting Address\",\"status\":\"5.0.0\"", MailOutcome.Dropped, MailReason.Suppressed, "5.0.0" },
        { "\"event\":\"dropped\",\"reason\":\"Invalid\"", MailOutcome.Dropped, MailReason.Address, null },
        { "\"event\":\"dropped\"", MailOutcome.Dropped, MailReason.Unknown, null },
        { "\"event\":\"spamreport\"", MailOutcome.SpamReported, null, null },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Read_Event_IsReducedToWhatMayBeKept(string members, MailOutcome outcome, MailReason? reason, string? status)
    {
        var report = Assert.Single(Read(Event(members))!);

        Assert.Equal(
            new MailReport(
                AgreementId.Parse(TestMail.Agreement), Mail, "approval-request", "ZHJvcC0x_-", outcome, DateTimeOffset.FromUnixTimeSeconds(1_799_053_000), reason, status),
            report);
        Assert.DoesNotContain("example.org", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"event":"processed"}""")]
    [InlineData("""{"event":"open"}""")]
    [InlineData("""{"event":"click","url":"https://example.org"}""")]
    [InlineData("""{"event":"account_status_change","type":"suspend"}""")]
    [InlineData("""{"event":"from the future"}""")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"event":null,"agreement":"another"}""")]
    [InlineData("""{"event":"delivered","agreement":"not an id"}""")]
    [InlineData("""{"event":"delivered","agreement":null}""")]
    [InlineData("""{"event":"delivered","mail":"short"}""")]
    [InlineData("""{"event":"delivered","sg_event_id":""}""")]
    [InlineData("""{"event":"delivered","sg_event_id":12}""")]
    [InlineData("""{"event":"delivered","status":"\ud800"}""")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"delivered\"")]
    public void Read_EventThatMeansNothingHere_IsLeftOutAndTheOthersRead(string other)
    {
        var odd = other.StartsWith('{') ? Merge(other) : other;

        var reports = Read($"[{odd},{Event("\"event\":\"delivered\"")[1..^1]}]")!;

        Assert.Equal(MailOutcome.Delivered, Assert.Single(reports).Outcome);
    }

    [Theory]
    [InlineData("\"category\":\"signature-request\"", "signature-request")]
    [InlineData("\"category\":[\"signature-request\",\"more\"]", "signature-request")]
    [InlineData("\"category\":\"Dr. Zoë\"", "other")]
    [InlineData("\"category\":[]", "other")]
    [InlineData("\"category\":3", "other")]
    [InlineData("\"category\":null", "other")]
    public void Read_Category_IsOneOfOursOrOther(string member, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(Event($"\"event\":\"delivered\",{member}"))!).Category);

    [Theory]
    [InlineData("\"timestamp\":\"1799053000\"")]
    [InlineData("\"timestamp\":-1")]
    [InlineData("\"timestamp\":1e99")]
    [InlineData("\"timestamp\":99999999999999")]
    public void Read_TimeThatIsNone_IsNow(string member) =>
        Assert.Equal(Now, Assert.Single(Read(Event($"\"event\":\"delivered\",{member}"))!).OccurredAt);

    [Fact]
    public void Read_EventIdThatCouldHoldAnything_IsHashed() => Assert.Equal(
        MailKeys.HashOf("zoe@example.org 1"), Assert.Single(Read(Event("\"event\":\"delivered\",\"sg_event_id\":\"zoe@example.org 1\""))!).EventId);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[{]")]
    [InlineData("[{\"event\":\"delivered\"")]
    public void Read_BodyThatIsNoArray_IsNull(string body) => Assert.Null(Read(body));

    [Fact]
    public void Read_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 200].Sample(bytes => SendGridEvents.Read(bytes, Now)?.Count is null or 0);

    [Fact]
    public void Read_AnyByteOfAnEventChanged_NeverThrows()
    {
        var body = Encoding.UTF8.GetBytes(Event("\"event\":\"bounce\",\"status\":\"5.1.1\""));
        Gen.Select(Gen.Int[0, body.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] changed = [.. body];
            changed[at] = value;
            return SendGridEvents.Read(changed, Now) is null or { Count: <= 1 };
        });
    }

    private static IReadOnlyList<MailReport>? Read(string body) => SendGridEvents.Read(Encoding.UTF8.GetBytes(body), Now);

    // Later members take the place of earlier ones of the same name.
    private static string Event(string members) => $"[{Merge($"{{{members}}}")}]";

    private static string Merge(string item) =>
        $$"""{"email":"zoe@example.org","timestamp":1799053000,"smtp-id":"<1@ismtpd>","category":["approval-request"],"sg_event_id":"ZHJvcC0x_-","agreement":"{{TestMail.Agreement}}","mail":"{{Mail}}",{{item[1..]}}""";
}
