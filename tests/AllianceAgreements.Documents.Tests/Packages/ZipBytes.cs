using System.Buffers.Binary;
using System.Text;

namespace AllianceAgreements.Documents.Tests.Packages;

/// <summary>Changes to the raw bytes of a ZIP archive that no well-meaning tool makes.</summary>
internal static class ZipBytes
{
    /// <summary>Where the directory's record of an entry begins.</summary>
    public static int DirectoryRecord(byte[] archive, string name) =>
        Find(archive, "PK\u0001\u0002", name, nameOffset: 46);

    /// <summary>Where the local header of an entry begins.</summary>
    public static int LocalHeader(byte[] archive, string name) =>
        Find(archive, "PK\u0003\u0004", name, nameOffset: 30);

    public static byte[] With(byte[] archive, int offset, uint value)
    {
        var copy = (byte[])archive.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(offset), value);
        return copy;
    }

    public static byte[] With(byte[] archive, int offset, ushort value)
    {
        var copy = (byte[])archive.Clone();
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(offset), value);
        return copy;
    }

    /// <summary>Claims another expanded size, in the directory and in the local header.</summary>
    public static byte[] Claiming(byte[] archive, string name, uint expandedBytes) =>
        With(With(archive, DirectoryRecord(archive, name) + 24, expandedBytes), LocalHeader(archive, name) + 22, expandedBytes);

    private static int Find(byte[] archive, string signature, string name, int nameOffset)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var offset = 0; offset + nameOffset + wanted.Length <= archive.Length; offset++)
        {
            var record = archive.AsSpan(offset);
            if (record.StartsWith(Encoding.Latin1.GetBytes(signature)) && record[nameOffset..].StartsWith(wanted))
            {
                return offset;
            }
        }

        throw new ArgumentException($"There is no entry {name}.", nameof(name));
    }
}
