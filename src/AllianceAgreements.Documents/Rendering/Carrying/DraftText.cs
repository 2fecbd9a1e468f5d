using AllianceAgreements.Documents.Returned;

namespace AllianceAgreements.Documents.Rendering.Carrying;

/// <summary>Hashes the text of a draft outside its fields, as <see cref="ParagraphWalk"/> does when the file comes back.</summary>
internal static class DraftText
{
    /// <summary>Adds the text of a part.</summary>
    /// <param name="text">The part.</param>
    /// <param name="tags">The tags of the fields, whose text is left out.</param>
    /// <param name="hash">Takes the text.</param>
    public static void Read(ReadOnlySpan<byte> text, HashSet<string> tags, TextHash hash)
    {
        var markup = new MarkupReader(text);
        var (fields, controls, inField) = (0, 0, 0);
        while (markup.Read())
        {
            if (markup.Is("w:t"u8))
            {
                if (!markup.IsEnd && fields == 0 && inField == 0)
                {
                    Add(in markup, hash);
                }
            }
            else if (markup.Is("w:fldChar"u8) && !markup.IsEnd)
            {
                fields += markup.Has("w:fldCharType"u8, "begin"u8) ? 1 : markup.Has("w:fldCharType"u8, "end"u8) ? -1 : 0;
            }
            else if (markup.Is("mc:Fallback"u8) || markup.Is("w:fldSimple"u8))
            {
                markup.Skip();
            }
            else if (markup.Is("w:sdt"u8))
            {
                controls += markup.IsEnd ? -1 : 1;
                inField = controls < inField ? 0 : inField;
            }
            else if (inField == 0 && controls > 0 && markup.Is("w:tag"u8) && !markup.IsEnd && markup.Attribute("w:val"u8) is { } tag && tags.Contains(tag))
            {
                inField = controls;
            }
        }
    }

    /// <summary>Most texts hold nothing that is escaped, and so need no string of their own.</summary>
    private static void Add(in MarkupReader markup, TextHash hash)
    {
        var text = markup.RawText();
        if (text.Contains((byte)'&'))
        {
            hash.Add(markup.Text());
        }
        else
        {
            hash.AddUtf8(text);
        }
    }
}
