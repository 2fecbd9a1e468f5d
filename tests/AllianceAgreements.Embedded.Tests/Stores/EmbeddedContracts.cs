using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Stores;

public sealed class SqliteAgreementRecordContract : RecordContract, IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    protected override IAgreementRecord Record => _stores.Get<IAgreementRecord>();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    protected override async Task SpoilAsync(AgreementId id) => await _stores.Get<AgreementDatabase>().WriteAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO record (agreement, position, line) VALUES ($agreement, 1, CAST('{' AS BLOB))";
            command.Parameters.AddWithValue("$agreement", id.Value);
            return command.ExecuteNonQuery();
        },
        TestContext.Current.CancellationToken);
}

public sealed class SqliteAgreementIndexContract : IndexContract, IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    protected override IAgreementIndex Index => _stores.Get<IAgreementIndex>();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}

public sealed class SqliteSweepCursorContract : SweepCursorContract, IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    protected override ISweepCursor Cursor => _stores.Get<ISweepCursor>();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}

public sealed class FolderDocumentStoreContract : DocumentsContract, IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    protected override IDocumentStore Documents => _stores.Get<IDocumentStore>();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}

public sealed class FolderArchiveContract : ArchiveContract, IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    protected override IArchive Archive => _stores.Get<IArchive>();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}

public sealed class FolderMailDropContract : MailContract, IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    protected override IMailer Mailer => _stores.Get<IMailer>();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    protected override ValueTask<IReadOnlyList<OutgoingMail>> ReadSentAsync() => ValueTask.FromResult<IReadOnlyList<OutgoingMail>>(
        [.. _stores.Get<MailDrop>().NewestFirst().Select(mail =>
            new OutgoingMail(mail.Key, mail.Category, mail.ToName, mail.ToAddress, mail.Subject, mail.Text, mail.Html))]);
}
