using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Contracts.Crashes;

internal sealed class CrashingDocumentStore(IDocumentStore inner, Action<string> reached) : IDocumentStore
{
    public async ValueTask<string> PutAsync(DocumentFolder folder, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var what = $"{(content.Span.StartsWith("{"u8) ? "terms" : "document")} in {folder.Path.Split('/')[^1]}";
        reached($"before put {what}");
        var sha256 = await inner.PutAsync(folder, content, cancellationToken);
        reached($"after put {what}");
        return sha256;
    }

    public ValueTask<Stream?> OpenAsync(DocumentFolder folder, string sha256, CancellationToken cancellationToken) =>
        inner.OpenAsync(folder, sha256, cancellationToken);
}

internal sealed class CrashingMailer(IMailer inner, Action<string> reached) : IMailer
{
    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        reached($"before send {mail.Category}");
        await inner.SendAsync(mail, cancellationToken);
        reached($"after send {mail.Category}");
    }
}

internal sealed class CrashingArchive(IArchive inner, Action<string> reached) : IArchive
{
    public async ValueTask<ArchiveResult> WriteAsync(string folder, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken)
    {
        reached("before archive");
        var result = await inner.WriteAsync(folder, [.. files.Select(Crashing)], cancellationToken);
        reached("after archive");
        return result;
    }

    public ValueTask<Stream?> OpenAsync(string folder, string path, CancellationToken cancellationToken) =>
        inner.OpenAsync(folder, path, cancellationToken);

    // The archive is written file by file, so this is a moment at which it is half there.
    private ArchiveFile Crashing(ArchiveFile file) => file with
    {
        OpenAsync = cancellationToken =>
        {
            reached("before archive of a file");
            return file.OpenAsync(cancellationToken);
        },
    };
}
