using System.Buffers.Binary;
using System.Buffers.Text;

namespace AllianceAgreements.Embedded.Engine.Client;

/// <summary>The last row of a page. The next page begins after it, however many rows have come or gone meanwhile.</summary>
internal sealed record PageToken(long CreatedAt, long Key)
{
    /// <exception cref="ArgumentException">The text is no token.</exception>
    public static PageToken Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (text.Length != 22 || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text, bytes) != 16)
        {
            throw new ArgumentException("The continuation token is not one of ours.", nameof(text));
        }

        return new(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, CreatedAt);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Key);
        return Base64Url.EncodeToString(bytes);
    }
}
