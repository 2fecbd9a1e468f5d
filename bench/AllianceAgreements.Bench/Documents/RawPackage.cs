using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using AllianceAgreements.Documents.Rendering;

namespace AllianceAgreements.Bench.Documents;

/// <summary>A package (PKWARE APPNOTE 6.3.3) whose parts can be taken over as compressed bytes, which <see cref="ZipArchive"/> cannot do.</summary>
internal sealed class RawPackage
{
    private const int LocalLength = 30;
    private const int DirectoryLength = 46;
    private const int EndLength = 22;
    private const ushort Deflated = 8;

    /// <summary>The level that the text of drafts is compressed at.</summary>
    private static readonly ZLibCompressionOptions SameLevel = new() { CompressionLevel = PackedPart.SwiftLevel };

    private readonly byte[] _package;
    private readonly List<(string Name, int Header, int Offset)> _entries = [];

    public RawPackage(byte[] package)
    {
        _package = package;
        var end = package.AsSpan(package.Length - EndLength);
        var header = BinaryPrimitives.ReadInt32LittleEndian(end[16..]);
        for (var left = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); left > 0; left--)
        {
            var entry = package.AsSpan(header);
            var name = Encoding.UTF8.GetString(entry.Slice(DirectoryLength, UInt16(entry, 28)));
            _entries.Add((name, header, BinaryPrimitives.ReadInt32LittleEndian(entry[42..])));
            header += DirectoryLength + UInt16(entry, 28) + UInt16(entry, 30) + UInt16(entry, 32);
        }
    }

    /// <summary>The content of a part.</summary>
    public byte[] Expand(string name)
    {
        var (_, header, offset) = _entries.Find(entry => entry.Name == name);
        var entry = _package.AsSpan(header);
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(entry[24..])];
        using var packed = new MemoryStream(_package, DataOf(offset), BinaryPrimitives.ReadInt32LittleEndian(entry[20..]), writable: false);
        using var inflater = new DeflateStream(packed, CompressionMode.Decompress);
        inflater.ReadExactly(content);
        return content;
    }

    /// <summary>The package with another content of a part.</summary>
    public byte[] With(string name, ReadOnlySpan<byte> content)
    {
        using var result = new MemoryStream(_package.Length * 2);
        using var directory = new MemoryStream();
        foreach (var entry in _entries)
        {
            var header = _package.AsSpan(entry.Header, DirectoryLength + UInt16(_package.AsSpan(entry.Header), 28)).ToArray();
            var local = _package.AsSpan(entry.Offset, LocalLength + UInt16(_package.AsSpan(entry.Offset), 26)).ToArray();
            var start = (int)result.Position;
            result.Write(local);
            if (entry.Name == name)
            {
                using (var deflater = new DeflateStream(result, SameLevel, leaveOpen: true))
                {
                    deflater.Write(content);
                }

                BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), Deflated);
                BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Crc32.HashToUInt32(content));
                BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), (int)result.Position - start - local.Length);
                BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), content.Length);
            }
            else
            {
                result.Write(_package, DataOf(entry.Offset), BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(20)));
            }

            // No entry is written with a data descriptor, nor with extra fields.
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(UInt16(header, 8) & ~8));
            header.AsSpan(30, 4).Clear();
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(42), start);
            directory.Write(header);
            header.AsSpan(6, 22).CopyTo(local.AsSpan(4));
            local.AsSpan(28, 2).Clear();
            local.CopyTo(result.GetBuffer().AsSpan(start));
        }

        return End(result, directory);
    }

    private byte[] End(MemoryStream result, MemoryStream directory)
    {
        Span<byte> end = stackalloc byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_entries.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], (int)directory.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], (int)result.Length);
        directory.WriteTo(result);
        result.Write(end);
        return result.ToArray();
    }

    private int DataOf(int offset)
    {
        var local = _package.AsSpan(offset);
        return offset + LocalLength + UInt16(local, 26) + UInt16(local, 28);
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
