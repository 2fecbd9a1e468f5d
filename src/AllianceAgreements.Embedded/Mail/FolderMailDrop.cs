using System.Globalization;
using System.Text;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AllianceAgreements.Embedded.Mail;

/// <summary>
/// "Sends" mail by dropping it, one <c>.eml</c> file each, into a folder that any mail program can open. Which file a key has is
/// settled first, by creating <c>keys/&lt;SHA-256 of the key&gt;</c>, which only one can; so a mail that is sent again, after a crash
/// or at the same time, has the same name and date, and is there once.
/// </summary>
internal sealed class FolderMailDrop(DataFolder folder, StagingFolder staging, IOptions<EmbeddedStoreOptions> options, TimeProvider clock) : IMailer
{
    public const string Extension = ".eml";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'-'fffffff";

    private readonly MailboxAddress _from = new(Encoding.UTF8, options.Value.MailFromName, options.Value.MailFromAddress);
    private readonly string _keys = Path.Combine(folder.Mail, "keys");

    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        DurableFiles.CreateFolder(_keys);
        var hash = MailKeys.HashOf(mail.Key);
        var time = await SettleTimeAsync(hash, cancellationToken);
        var path = Path.Combine(folder.Mail, $"{time}-{hash[..16]}{Extension}");
        if (File.Exists(path))
        {
            return;
        }

        var at = DateTimeOffset.ParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        await PublishAsync(path, MailMessages.Write(mail, _from, at), cancellationToken);
    }

    private async ValueTask<string> SettleTimeAsync(string hash, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_keys, hash);
        if (!File.Exists(path))
        {
            var now = clock.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture);
            await PublishAsync(path, Encoding.ASCII.GetBytes(now), cancellationToken);
        }

        return await File.ReadAllTextAsync(path, Encoding.ASCII, cancellationToken);
    }

    private async ValueTask PublishAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var staged = staging.NewPath();
        try
        {
            await DurableFiles.WriteAsync(staged, content, DurableFiles.OwnerOnly, cancellationToken);
            DurableFiles.TryPublish(staged, path);
        }
        finally
        {
            StagingFolder.Discard(staged);
        }
    }
}
