using System.Buffers.Binary;

namespace AllianceAgreements.Domain.Intake.Images;

/// <summary>What must be known of a PNG file (ISO/IEC 15948, clauses 5 and 11) before it is put into a document.</summary>
internal static class PngFile
{
    private const int HeaderLength = 13;
    private const int ChunkOverhead = 12;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The size; null when the file is not whole: its header first, some picture, its end last and nothing behind it.</summary>
    public static PixelSize? ReadSize(ReadOnlySpan<byte> file)
    {
        var rest = file[Signature.Length..];
        PixelSize? size = null;
        var hasPicture = false;
        while (TryTakeChunk(ref rest, out var type, out var data))
        {
            if (size is null)
            {
                size = type.SequenceEqual("IHDR"u8) ? ReadHeader(data) : null;
                if (size is null)
                {
                    return null;
                }
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                return hasPicture && rest.IsEmpty ? size : null;
            }

            hasPicture |= type.SequenceEqual("IDAT"u8);
        }

        return null;
    }

    private static bool TryTakeChunk(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = data = default;
        if (rest.Length < ChunkOverhead || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - ChunkOverhead)
        {
            return false;
        }

        type = rest[4..8];
        data = rest.Slice(8, (int)length);
        rest = rest[((int)length + ChunkOverhead)..];
        return true;
    }

    private static PixelSize? ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length != HeaderLength)
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var isKnown = IsColor(header[8], header[9]) && header[10] == 0 && header[11] == 0 && header[12] <= 1;
        return isKnown && width > 0 && height > 0 ? new PixelSize(width, height) : null;
    }

    /// <summary>The allowed pairs of bit depth and colour type (11.2.2, table 11).</summary>
    private static bool IsColor(byte depth, byte type) => type switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        3 => depth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => depth is 8 or 16,
        _ => false,
    };
}
