using AllianceAgreements.Domain.Ports;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>What every <see cref="IMailer"/> promises.</summary>
public abstract class MailContract
{
    protected abstract IMailer Mailer { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static OutgoingMail Mail { get; } = new(
        "0123/approval/1/approver-1-1/0", "approval-request", "Zoë Ødegård", "zoe@example.org", "Please review “Great Lakes” – revision 1",
        "Dear Zoë,\n\nplease review:\nhttps://agreements.example.org/review/0123456789/abcdefghijklmnopqrstuv\n",
        "<p>Dear Zoë,</p>\n<p><a href=\"https://agreements.example.org/review/0123456789/abcdefghijklmnopqrstuv?a=1&amp;b=2\">Review</a></p>\n");

    [Fact]
    public async Task SendAsync_OneMail_ArrivesAsItIs()
    {
        await Mailer.SendAsync(Mail, Cancellation);

        Assert.Equal(Mail, Normalise(Assert.Single(await ReadSentAsync())));
    }

    [Fact]
    public async Task SendAsync_SameKeyAgain_IsSentOnce()
    {
        await Mailer.SendAsync(Mail, Cancellation);
        await Mailer.SendAsync(Mail with { Subject = "Another subject" }, Cancellation);

        Assert.Equal(Mail.Subject, Assert.Single(await ReadSentAsync()).Subject);
    }

    [Fact]
    public async Task SendAsync_OtherKeys_AreAllSent()
    {
        string[] keys = ["a/1", "a/2", "A/1", "a 1", "a.1"];

        foreach (var key in keys)
        {
            await Mailer.SendAsync(Mail with { Key = key }, Cancellation);
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await ReadSentAsync()).Select(mail => mail.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SendAsync_OneKeyManyTimesAtOnce_IsSentOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(async () => await Mailer.SendAsync(Mail, Cancellation), Cancellation)));

        Assert.Single(await ReadSentAsync());
    }

    [Fact]
    public async Task SendAsync_ManyKeysAtOnce_LosesNone()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), Cancellation, async (n, cancellation) =>
            await Mailer.SendAsync(Mail with { Key = $"key-{n / 2}" }, cancellation));

        Assert.Equal(100, (await ReadSentAsync()).Select(mail => mail.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(100, (await ReadSentAsync()).Count);
    }

    [Fact]
    public async Task SendAsync_LongLines_ArriveWhole()
    {
        var line = new string('x', 5_000);

        await Mailer.SendAsync(Mail with { Text = line, Html = $"<p>{line}</p>" }, Cancellation);

        var sent = Assert.Single(await ReadSentAsync());
        Assert.Equal(line, sent.Text.TrimEnd());
        Assert.Equal($"<p>{line}</p>", sent.Html.TrimEnd());
    }

    [Theory]
    [InlineData("Review\r\nBcc: everyone@example.org")]
    [InlineData("Review\nX-Header: 1")]
    public async Task SendAsync_SubjectThatWouldAddAHeader_Throws(string subject)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Mailer.SendAsync(Mail with { Subject = subject }, Cancellation));

        Assert.Empty(await ReadSentAsync());
    }

    /// <summary>What was sent, in no order.</summary>
    protected abstract ValueTask<IReadOnlyList<OutgoingMail>> ReadSentAsync();

    // Mail ends its lines with CR LF (RFC 5322).
    private static OutgoingMail Normalise(OutgoingMail mail) => mail with
    {
        Text = mail.Text.ReplaceLineEndings("\n"),
        Html = mail.Html.ReplaceLineEndings("\n"),
    };
}
