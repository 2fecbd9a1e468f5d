using System.Buffers.Binary;

namespace AllianceAgreements.Domain.Intake.Images;

/// <summary>What must be known of a JPEG file (ITU-T T.81, annex B) before it is put into a document.</summary>
internal static class JpegFile
{
    private const byte MarkerStart = 0xFF;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const int FrameHeaderLength = 8;

    public static ReadOnlySpan<byte> Signature => [MarkerStart, 0xD8, MarkerStart];

    /// <summary>The size; null when the file is not whole, or not baseline or progressive in grey or YCbCr, which every reader of documents shows.</summary>
    public static PixelSize? ReadSize(ReadOnlySpan<byte> file)
    {
        if (!file.EndsWith([MarkerStart, EndOfImage]))
        {
            return null;
        }

        var rest = file[2..];
        PixelSize? size = null;
        while (TryTakeSegment(ref rest, out var marker, out var data))
        {
            switch (marker)
            {
                case StartOfScan:
                    return size;
                case 0xC0 or 0xC1 or 0xC2 when size is null:
                    size = ReadFrame(data);
                    if (size is null)
                    {
                        return null;
                    }

                    break;
                case >= 0xC0 and <= 0xCF and not 0xC4 and not 0xCC:
                    return null;
            }
        }

        return null;
    }

    private static bool TryTakeSegment(ref ReadOnlySpan<byte> rest, out byte marker, out ReadOnlySpan<byte> data)
    {
        marker = 0;
        data = default;
        var start = rest.IndexOfAnyExcept(MarkerStart);
        if (start < 1 || rest.Length < start + 3)
        {
            return false;
        }

        marker = rest[start];
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest[(start + 1)..]);
        var segment = rest[(start + 1)..];
        if (length < 2 || length > segment.Length)
        {
            return false;
        }

        data = segment[2..length];
        rest = segment[length..];
        return true;
    }

    private static PixelSize? ReadFrame(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < FrameHeaderLength || frame[0] != 8 || frame[5] is not (1 or 3))
        {
            return null;
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return width > 0 && height > 0 ? new PixelSize(width, height) : null;
    }
}
