using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Xml;

namespace AllianceAgreements.Documents.Packages;

/// <summary>
/// A Word package (.docx) from a source that is not trusted. Opening checks the archive's structure and the sizes it claims;
/// reading a part checks its real size and checksum. Every fault is an <see cref="InvalidDataException"/> whose message
/// is a sentence for the person whose file it is.
/// </summary>
internal sealed class SafePackage
{
    private readonly ArraySegment<byte> _content;
    private readonly PackageLimits _limits;
    private readonly Dictionary<string, ZipEntry> _entries;

    private SafePackage(ArraySegment<byte> content, PackageLimits limits)
    {
        _content = content;
        _limits = limits;
        _entries = Index(ZipDirectory.Read(content, limits.MaximumEntries), limits);
        ContentTypes = Read(ContentTypes.PartName, ContentTypes.Read);
        MainDocument = RelationshipsOf("").FirstOrDefault(link => link is { Kind: "officeDocument", IsExternal: false })?.Target
            ?? throw Invalid("it does not say which of its parts is the document");
    }

    /// <summary>The names of the parts ("word/document.xml").</summary>
    public IReadOnlyCollection<string> PartNames => _entries.Keys;

    /// <summary>What each part is.</summary>
    public ContentTypes ContentTypes { get; }

    /// <summary>The part that holds the text, usually "word/document.xml". It may be missing or of another type than Word's.</summary>
    public string MainDocument { get; }

    /// <summary>The XML parts of Word's own, which hold the text, notes, headers, comments and glossaries.</summary>
    public IEnumerable<string> TextParts => PartNames.Where(name =>
        ContentTypes.Of(name) is { } type && type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) && type.EndsWith("xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a package; its parts are read when they are asked for.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a package, or it is over a limit, damaged or ambiguous.</exception>
    public static SafePackage Open(ReadOnlyMemory<byte> content, PackageLimits? limits = null)
    {
        limits ??= PackageLimits.Default;
        if (content.Length > limits.MaximumBytes)
        {
            throw Invalid($"it is larger than {limits.MaximumBytes / (1024 * 1024)} MiB");
        }

        return new SafePackage(MemoryMarshal.TryGetArray(content, out var segment) ? segment : content.ToArray(), limits);
    }

    public bool Contains(string partName) => _entries.ContainsKey(partName);

    /// <summary>The bytes of a part, expanded and checked.</summary>
    /// <exception cref="InvalidDataException">The part is missing or is not what its directory entry says.</exception>
    public byte[] ReadBytes(string partName)
    {
        var entry = _entries.GetValueOrDefault(partName) ?? throw Invalid($"the part {partName} is missing");
        try
        {
            var bytes = Expand(entry);
            return Crc32.HashToUInt32(bytes) == entry.Checksum ? bytes : throw new InvalidDataException("The checksum differs.");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Invalid($"the part {partName} is damaged", exception);
        }
    }

    /// <summary>Reads an XML part from start to end. There are no document types, entities or outside references in it.</summary>
    /// <exception cref="InvalidDataException">As <see cref="ReadBytes"/>, or the part is not well-formed.</exception>
    public T Read<T>(string partName, Func<XmlReader, T> read)
    {
        var part = ReadBytes(partName);
        using var stream = new MemoryStream(part, writable: false);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = _limits.MaximumPartBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

        try
        {
            using var reader = XmlReader.Create(stream, settings);
            return read(reader);
        }
        catch (XmlException exception)
        {
            throw DocumentTypes.AreDeclared(part)
                ? Invalid($"the part {partName} holds a document type definition (DTD), and no Word document does", exception)
                : Invalid($"the part {partName} is not well-formed XML", exception);
        }
    }

    /// <summary>The relationships of a part, or of the package for an empty name; none when the part has none.</summary>
    /// <exception cref="InvalidDataException">The relationships cannot be read.</exception>
    public IReadOnlyList<PackageRelationship> RelationshipsOf(string partName)
    {
        var name = PartName.RelationshipsOf(partName);
        return Contains(name) ? Read(name, reader => PackageRelationship.ReadAll(reader, partName)) : [];
    }

    /// <summary>Reads everything once: every part has the size and checksum it says, every XML part is well-formed and not nested too deeply.</summary>
    /// <exception cref="InvalidDataException">A part is damaged.</exception>
    public void Verify()
    {
        foreach (var name in PartNames)
        {
            if (IsXml(name))
            {
                Read(name, reader => VerifyDepth(reader, name));
            }
            else
            {
                ReadBytes(name);
            }
        }
    }

    private static Dictionary<string, ZipEntry> Index(List<ZipEntry> entries, PackageLimits limits)
    {
        var index = new Dictionary<string, ZipEntry>(entries.Count, PartName.Comparer);
        var expanded = 0L;
        foreach (var entry in entries.Where(entry => !IsFolder(entry)))
        {
            expanded += entry.ExpandedBytes;
            var isBomb = expanded > limits.MaximumExpandedBytes
                || entry.ExpandedBytes > limits.MaximumPartBytes
                || (entry.ExpandedBytes > limits.RatioAppliesAboveBytes
                    && entry.ExpandedBytes > (long)limits.MaximumRatio * entry.PackedBytes);
            if (isBomb)
            {
                throw Invalid("it expands to far more than an agreement needs");
            }

            if (!PartName.IsSafe(entry.Name))
            {
                throw Invalid("the name of a part points outside the package");
            }

            if (!index.TryAdd(entry.Name, entry))
            {
                throw Invalid($"it holds the part {entry.Name} twice");
            }
        }

        return index;
    }

    private static bool IsFolder(ZipEntry entry) =>
        entry is { ExpandedBytes: 0, Name: [.., '/'] } && PartName.IsSafe(entry.Name[..^1]);

    private byte[] Expand(ZipEntry entry)
    {
        var packed = _content.Slice(entry.DataOffset, entry.PackedBytes);
        if (!entry.IsDeflated)
        {
            return entry.PackedBytes == entry.ExpandedBytes ? packed.ToArray() : throw new InvalidDataException("The sizes differ.");
        }

        var bytes = new byte[entry.ExpandedBytes];
        using var source = new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        inflater.ReadExactly(bytes);
        return inflater.ReadByte() < 0 ? bytes : throw new InvalidDataException("It expands to more than it says.");
    }

    private bool IsXml(string name) =>
        name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || name.Equals(ContentTypes.PartName, StringComparison.OrdinalIgnoreCase)
        || ContentTypes.Of(name) is { } type && type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    private bool VerifyDepth(XmlReader reader, string name)
    {
        while (reader.Read())
        {
            if (reader.Depth > _limits.MaximumXmlDepth)
            {
                throw Invalid($"the part {name} is nested more deeply than any document");
            }
        }

        return true;
    }

    private static InvalidDataException Invalid(string reason, Exception? inner = null) =>
        new($"The file is not a Word document (.docx): {reason}.", inner);
}
