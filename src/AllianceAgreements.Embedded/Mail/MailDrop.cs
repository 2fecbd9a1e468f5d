using AllianceAgreements.Embedded.Stores;

namespace AllianceAgreements.Embedded.Mail;

/// <summary>Reads the mails that were dropped. They hold partners' links: show them to the owner of the data folder alone.</summary>
public sealed class MailDrop
{
    private readonly DataFolder _folder;

    internal MailDrop(DataFolder folder) => _folder = folder;

    /// <summary>Every mail, newest first; each is read as it is asked for.</summary>
    public IEnumerable<DroppedMail> NewestFirst()
    {
        if (!Directory.Exists(_folder.Mail))
        {
            return [];
        }

        var ids = Directory.EnumerateFiles(_folder.Mail, $"*{FolderMailDrop.Extension}").Select(Path.GetFileNameWithoutExtension).ToList();
        ids.Sort((x, y) => string.CompareOrdinal(y, x));
        return ids.Select(id => Find(id!)).OfType<DroppedMail>();
    }

    /// <summary>A mail by its <see cref="DroppedMail.Id"/>; null when there is none.</summary>
    public DroppedMail? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return null;
        }

        using var stream = ReadOnlyFile.TryOpen(Path.Combine(_folder.Mail, id + FolderMailDrop.Extension));
        try
        {
            return stream is null ? null : MailMessages.Read(id, stream);
        }
        catch (FormatException)
        {
            // Somebody else put it there, and it is no mail.
            return null;
        }
    }
}
