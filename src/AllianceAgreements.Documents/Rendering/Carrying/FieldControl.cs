using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace AllianceAgreements.Documents.Rendering.Carrying;

/// <summary>The content control around a field: nothing to see, and its tag says what the field is.</summary>
/// <param name="beforeTag">What stands before the tag.</param>
/// <param name="beforeId">What stands between the tag and the number.</param>
/// <param name="beforeContent">What stands between the number and the content.</param>
internal sealed class FieldControl(byte[] beforeTag, byte[] beforeId, byte[] beforeContent)
{
    /// <summary>How long Word lets a tag be.</summary>
    public const int MaximumTagLength = 64;

    private const int ShortenedLength = MaximumTagLength - 9;

    /// <summary>The tag of a field: its path, or, of a path too long for Word, its beginning and a checksum.</summary>
    public static string TagOf(string path) => path.Length <= MaximumTagLength
        ? path
        : string.Create(CultureInfo.InvariantCulture, $"{path[..ShortenedLength]}~{Crc32.HashToUInt32(Encoding.UTF8.GetBytes(path)):x8}");

    /// <summary>Writes its start.</summary>
    public void WriteStart(Draft draft, string path)
    {
        draft.Output.Write(beforeTag);
        draft.Output.WriteText(TagOf(path));
        draft.Output.Write(beforeId);
        draft.Output.Write(draft.Identities.Next(IdentityKind.ContentControl));
        draft.Output.Write(beforeContent);
    }

    /// <summary>Writes its end.</summary>
    public static void WriteEnd(Draft draft) => draft.Output.Write("</w:sdtContent></w:sdt>"u8);
}
