using System.Text;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Tests.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Mail;

public sealed class FolderMailDropTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly EmbeddedStores _stores;

    public FolderMailDropTests() => _stores = new EmbeddedStores(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_stores.DataFolder, "mail");

    [Fact]
    public void NewestFirst_NothingSent_IsEmpty() => Assert.Empty(_stores.Get<MailDrop>().NewestFirst());

    [Fact]
    public async Task NewestFirst_SeveralMails_SortsByTimeAndTellsIt()
    {
        foreach (var key in (string[])["a", "b", "c"])
        {
            await SendAsync(key);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var mails = _stores.Get<MailDrop>().NewestFirst().ToList();

        Assert.Equal(["c", "b", "a"], mails.Select(mail => mail.Key));
        Assert.Equal(Start, mails[^1].SentAt);
        Assert.Equal(mails.OrderByDescending(mail => mail.Id, StringComparer.Ordinal), mails);
    }

    [Fact]
    public async Task SendAsync_SameKeyAfterRestart_IsSentOnce()
    {
        await SendAsync("a");
        await _stores.RestartAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        await SendAsync("a");

        Assert.Equal(Start, Assert.Single(_stores.Get<MailDrop>().NewestFirst()).SentAt);
    }

    [Fact]
    public async Task SendAsync_CrashBetweenKeyAndMail_SendsItWithItsFirstTime()
    {
        await SendAsync("a");
        File.Delete(Assert.Single(Directory.EnumerateFiles(Folder, "*.eml")));
        await _stores.RestartAsync();
        _clock.Advance(TimeSpan.FromMinutes(5));

        await SendAsync("a");
        await SendAsync("a");

        Assert.Equal(Start, Assert.Single(_stores.Get<MailDrop>().NewestFirst()).SentAt);
    }

    [Fact]
    public async Task SendAsync_OneMail_IsAnInternetMessageWithBothParts()
    {
        await SendAsync("a");

        var eml = await File.ReadAllTextAsync(Assert.Single(Directory.EnumerateFiles(Folder, "*.eml")), Encoding.ASCII, Cancellation);

        Assert.Contains("Date: Sun, 01 Mar 2026 09:00:00 +0000\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("From: Alliance Agreements <agreements@alliance-agreements.invalid>\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("<zoe@example.org>\r\n", eml, StringComparison.Ordinal);

        // SHA-256 of "a" begins ca978112….
        Assert.Contains("Message-Id: <ca978112ca1bbdcafac231b39a23dc4d@alliance-agreements.invalid>\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("Content-Type: multipart/alternative;", eml, StringComparison.Ordinal);
        Assert.True(eml.IndexOf("text/plain", StringComparison.Ordinal) < eml.IndexOf("text/html", StringComparison.Ordinal));
        Assert.Contains("Auto-Submitted: auto-generated\r\n", eml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_AddressThatIsNone_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await _stores.Get<IMailer>().SendAsync(Mail("a") with { ToAddress = "not an address" }, Cancellation));

        Assert.Empty(_stores.Get<MailDrop>().NewestFirst());
    }

    [Fact]
    public async Task Find_ById_GivesTheMail()
    {
        await SendAsync("a");
        var drop = _stores.Get<MailDrop>();
        var id = Assert.Single(drop.NewestFirst()).Id;

        Assert.Equal("a", drop.Find(id)!.Key);
        Assert.Null(drop.Find(id[1..]));
        Assert.Null(drop.Find($"../mail/{id}"));
        Assert.Null(drop.Find(""));
    }

    [Fact]
    public async Task NewestFirst_FileThatSomebodyElsePutThere_IsShownAsFarAsItGoes()
    {
        await SendAsync("a");
        await File.WriteAllTextAsync(Path.Combine(Folder, "zzz.eml"), "Subject: Hello\r\n\r\nWorld\r\n", Cancellation);
        await File.WriteAllBytesAsync(Path.Combine(Folder, "zzzz.eml"), [0, 1, 2, 3], Cancellation);

        var mails = _stores.Get<MailDrop>().NewestFirst().ToList();

        Assert.Equal(["Hello", "Subject"], mails.Select(mail => mail.Subject));
        Assert.Equal("", mails[0].Key);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    private static OutgoingMail Mail(string key) => new(key, "test", "Zoë Ødegård", "zoe@example.org", "Subject", "Text\n", "<p>Html</p>\n");

    private async Task SendAsync(string key) => await _stores.Get<IMailer>().SendAsync(Mail(key), Cancellation);
}
