using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Azure.Archive;

/// <summary>
/// What an archive holds: the SHA-256 of each file by its path. Its files lie in a folder that is named after exactly this, so that what
/// one write left half done never stands in the way of another; and the blob <see cref="FileName"/> beside that folder, which makes an archive
/// one, says it in the words of <c>sha256sum</c>.
/// </summary>
internal sealed class ArchiveContents
{
    public const string FileName = "sealed.sha256";

    private const string Separator = "  ";
    private const int Sha256Length = 64;
    private const int NameLength = 16;

    private readonly SortedDictionary<string, string> _files;

    private ArchiveContents(IEnumerable<KeyValuePair<string, string>> files)
    {
        _files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, sha256) in files)
        {
            _files.Add(path, sha256);
        }

        FolderName = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(folder: ""))))[..NameLength];
    }

    /// <summary>The folder its files lie in.</summary>
    public string FolderName { get; }

    public static ArchiveContents Of(IEnumerable<ArchiveFile> files) =>
        new(files.Select(file => KeyValuePair.Create(file.Path, file.Sha256)));

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="ToUtf8"/> writes.</exception>
    public static ArchiveContents Parse(ReadOnlyMemory<byte> utf8)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(utf8.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('/', 2) is not [{ Length: > Sha256Length } beginning, var path] || !files.TryAdd(path, beginning[..Sha256Length]))
            {
                throw NotContents();
            }
        }

        // Also tells whether the folder is the one that the files are to lie in.
        var contents = new ArchiveContents(files);
        return contents.ToUtf8().AsSpan().SequenceEqual(utf8.Span) ? contents : throw NotContents();
    }

    /// <summary>The files, as paths within that folder.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(Write($"{FolderName}/"));

    public bool Holds(string path) => _files.ContainsKey(path);

    /// <summary>What others would differ in, as a sentence goes on; null when they are the same.</summary>
    public string? FindDifference(ArchiveContents others) =>
        _files.Keys.FirstOrDefault(path => !others.Holds(path)) is { } extra ? $"holds '{extra}' besides"
        : others._files.Keys.FirstOrDefault(path => !Holds(path)) is { } missing ? $"does not hold '{missing}'"
        : _files.FirstOrDefault(file => others._files[file.Key] != file.Value).Key is { } changed ? $"its '{changed}' differs"
        : null;

    private static InvalidDataException NotContents() => new($"'{FileName}' of an archive is not what this system wrote.");

    private string Write(string folder) => string.Concat(_files.Select(file => $"{file.Value}{Separator}{folder}{file.Key}\n"));
}
