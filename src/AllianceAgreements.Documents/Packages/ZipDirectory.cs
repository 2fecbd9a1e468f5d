using System.Buffers.Binary;
using System.Text;

namespace AllianceAgreements.Documents.Packages;

/// <summary>
/// Reads the directory of a ZIP archive (PKWARE APPNOTE 6.3.3) and accepts only archives that every reader understands
/// alike: one volume, no encryption, no ZIP64, directory and local headers agreeing, entries one after the other from the
/// first byte on, and nothing before, between or after them.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50;
    private const uint DirectorySignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const int EndLength = 22;
    private const int DirectoryLength = 46;
    private const int LocalLength = 30;
    private const int EncryptedFlags = 0x0001 | 0x0040 | 0x2000;
    private const int DescriptorFlag = 0x0008;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The entries, in the order of the directory.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged, ambiguous, encrypted or has too many entries.</exception>
    public static List<ZipEntry> Read(ReadOnlySpan<byte> archive, int maximumEntries)
    {
        Require(archive.Length >= EndLength && UInt32(archive, 0) == LocalSignature, "it does not begin as a ZIP package does");
        var end = archive[^EndLength..];
        Require(UInt32(end, 0) == EndSignature && UInt16(end, 20) == 0, "it is cut short, or followed by other data");
        var count = UInt16(end, 10);
        var directoryBytes = UInt32(end, 12);
        var directoryOffset = UInt32(end, 16);
        Require(
            UInt16(end, 4) == 0 && UInt16(end, 6) == 0 && UInt16(end, 8) == count
            && (long)directoryOffset + directoryBytes == archive.Length - EndLength,
            "its directory is damaged");
        Require(count <= maximumEntries, $"it holds {count:N0} entries, the most is {maximumEntries:N0}");

        var entries = new List<ZipEntry>(count);
        var directory = archive[(int)directoryOffset..^EndLength];
        for (var index = 0; index < count; index++)
        {
            entries.Add(ReadEntry(archive[..(int)directoryOffset], ref directory));
        }

        Require(directory.IsEmpty, "its directory is damaged");
        RequireContiguous(entries, (int)directoryOffset);
        return entries;
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> data, ref ReadOnlySpan<byte> directory)
    {
        Require(directory.Length >= DirectoryLength && UInt32(directory, 0) == DirectorySignature, "its directory is damaged");
        var header = directory;
        var flags = UInt16(header, 8);
        var method = UInt16(header, 10);
        var packed = UInt32(header, 20);
        var expanded = UInt32(header, 24);
        var nameBytes = UInt16(header, 28);
        var length = DirectoryLength + nameBytes + UInt16(header, 30) + UInt16(header, 32);
        var offset = UInt32(header, 42);
        Require(length <= directory.Length, "its directory is damaged");
        Require((flags & EncryptedFlags) == 0, "it is encrypted; save it without a password");
        Require(method is 0 or 8, "it is compressed in a way that Word does not use");
        Require(packed <= data.Length && expanded <= int.MaxValue && offset <= data.Length, "its directory is damaged");

        var name = header.Slice(DirectoryLength, nameBytes);
        directory = directory[length..];
        return new ZipEntry
        {
            Name = Decode(name),
            IsDeflated = method == 8,
            Checksum = UInt32(header, 16),
            PackedBytes = (int)packed,
            ExpandedBytes = (int)expanded,
            HeaderOffset = (int)offset,
            DataOffset = (int)offset + ReadLocalLength(data[(int)offset..], header, name),
            HasDescriptor = (flags & DescriptorFlag) != 0,
        };
    }

    /// <summary>The length of a local header that says the same as the directory does.</summary>
    private static int ReadLocalLength(ReadOnlySpan<byte> local, ReadOnlySpan<byte> header, ReadOnlySpan<byte> name)
    {
        Require(local.Length >= LocalLength && UInt32(local, 0) == LocalSignature, "an entry is not where its directory says");
        var length = LocalLength + UInt16(local, 26) + UInt16(local, 28);
        var flags = UInt16(local, 6);
        var agrees = length + (long)UInt32(header, 20) <= local.Length
            && UInt16(local, 26) == name.Length
            && local.Slice(LocalLength, name.Length).SequenceEqual(name)
            && UInt16(local, 8) == UInt16(header, 10)
            && ((flags ^ UInt16(header, 8)) & (EncryptedFlags | DescriptorFlag)) == 0;

        // With a data descriptor the local header may leave checksum and sizes open; without one they are those of the directory.
        agrees = agrees && ((flags & DescriptorFlag) != 0 || local.Slice(14, 12).SequenceEqual(header.Slice(16, 12)));
        Require(agrees, "an entry contradicts its directory");
        return length;
    }

    private static void RequireContiguous(List<ZipEntry> entries, int directoryOffset)
    {
        var position = 0;
        var slack = 0;
        foreach (var entry in entries.OrderBy(entry => entry.HeaderOffset))
        {
            Require(IsNext(entry.HeaderOffset), "it holds data outside its parts, or parts that overlap");
            position = entry.DataEnd;
            slack = entry.HasDescriptor ? 24 : 0;
        }

        Require(IsNext(directoryOffset), "it holds data outside its parts, or parts that overlap");

        // A data descriptor takes 12 to 24 bytes.
        bool IsNext(int offset) => offset - position == 0 || (offset - position >= 12 && offset - position <= slack);
    }

    private static string Decode(ReadOnlySpan<byte> name)
    {
        try
        {
            return Utf8.GetString(name);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("The file is not a Word document (.docx): the name of a part is not text.", exception);
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidDataException($"The file is not a Word document (.docx): {otherwise}.");
        }
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
