using System.Text;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>The heading of a paragraph: what stands in the character style for clause titles, or else all of it.</summary>
internal static class Heading
{
    /// <summary>The character style of a heading that text goes on behind.</summary>
    public const string TitleStyle = "ClauseTitle";

    private static readonly byte[] TitleStyleBytes = Encoding.UTF8.GetBytes(TitleStyle);

    /// <summary>The heading of a paragraph of a draft; empty when it has no text.</summary>
    public static string Of(ReadOnlySpan<byte> paragraph)
    {
        var (all, title, isTitle) = (new StringBuilder(), new StringBuilder(), false);
        var reader = new MarkupReader(paragraph);
        while (reader.Read())
        {
            if (reader.IsEnd)
            {
                continue;
            }

            if (reader.Is("w:r"u8))
            {
                isTitle = false;
            }
            else if (reader.Is("w:rStyle"u8))
            {
                isTitle = reader.Has("w:val"u8, TitleStyleBytes);
            }
            else if (reader.Is("w:t"u8))
            {
                all.Append(reader.Text());
                title.Append(isTitle ? reader.Text() : "");
            }
        }

        return (title.Length > 0 ? title : all).ToString();
    }
}
