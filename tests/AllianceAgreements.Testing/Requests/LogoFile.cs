using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AllianceAgreements.Testing.Requests;

/// <summary>Images as logos of parties.</summary>
public static class LogoFile
{
    /// <summary>A PNG of one shade of grey, which readers show.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="shade">0 (black) to 255.</param>
    public static byte[] Png(int width, int height, byte shade = 96)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Pixels(width, height, shade));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>What a JPEG consists of, down to the header of its frame; its scan holds nothing.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="frame">The marker of its frame: C0 baseline, C2 progressive.</param>
    /// <param name="components">1 grey, 3 colours, 4 inks.</param>
    public static byte[] Jpeg(int width, int height, byte frame = 0xC0, byte components = 3) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE0, 0, 7, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0,
        0xFF, frame, 0, (byte)(8 + (3 * components)), 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, components,
        .. Enumerable.Range(1, components).SelectMany(number => new byte[] { (byte)number, 0x11, 0 }),
        0xFF, 0xDA, 0, 2,
        0xFF, 0xD9,
    ];

    /// <summary>A file as requests hold it.</summary>
    public static string Base64(byte[] file) => Convert.ToBase64String(file);

    private static byte[] Pixels(int width, int height, byte shade)
    {
        var line = new byte[width + 1];
        line.AsSpan(1).Fill(shade);
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            for (var row = 0; row < height; row++)
            {
                deflater.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        file.Write(number);
    }

    /// <summary>CRC-32 (ISO/IEC 15948, annex D).</summary>
    private static uint Checksum(ReadOnlySpan<byte> body)
    {
        var checksum = uint.MaxValue;
        foreach (var value in body)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum >> 1) ^ (0xEDB88320 & (uint)-(int)(checksum & 1));
            }
        }

        return ~checksum;
    }
}
