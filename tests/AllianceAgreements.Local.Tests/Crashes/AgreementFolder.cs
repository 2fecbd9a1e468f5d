using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Data.Sqlite;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>Looks into a data folder from outside, without changing anything in it, while its process lives or after.</summary>
internal sealed class AgreementFolder(string path)
{
    private readonly MailDrop _mails = new(new DataFolder(path));

    /// <summary>Every mail, oldest first.</summary>
    public IReadOnlyList<DroppedMail> Mails => [.. _mails.NewestFirst().Reverse()];

    public string LegalToken => File.ReadAllText(Path.Combine(path, "legal.token")).Trim();

    /// <summary>The records, by agreement.</summary>
    public ILookup<AgreementId, RecordEntry> ReadRecords()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(path, "agreements.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT agreement, line FROM record ORDER BY agreement, position";
        using var reader = command.ExecuteReader();
        var entries = new List<(AgreementId Id, RecordEntry Entry)>();
        while (reader.Read())
        {
            entries.Add((AgreementId.Parse(reader.GetString(0)), RecordEntry.Parse(reader.GetFieldValue<byte[]>(1))));
        }

        return entries.ToLookup(line => line.Id, line => line.Entry);
    }

    /// <summary>The one agreement; null before it was started.</summary>
    public AgreementState? ReadAgreement() =>
        ReadRecords().SingleOrDefault() is { } record ? AgreementState.Fold(record.Key, record) : null;
}
