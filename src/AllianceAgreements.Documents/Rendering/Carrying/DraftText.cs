using AllianceAgreements.Documents.Packages;
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
        var fields = new OpenFields();
        var (controls, inField) = (0, 0);
        while (markup.Read())
        {
            if (markup.Is("w:t"u8) || markup.Is("m:t"u8))
            {
                if (!markup.IsEnd && inField == 0)
                {
                    Add(in markup, fields, hash);
                }
            }
            else if (markup.Is("w:fldChar"u8) || markup.Is("w:fldSimple"u8) || markup.Is("w:instrText"u8))
            {
                Pass(in markup, fields);
            }
            else if (markup.Is("w:sym"u8))
            {
                if (!markup.IsEnd && inField == 0 && fields.Owner is null)
                {
                    hash.Add(markup.Attribute("w:font"u8));
                    hash.Add(markup.Attribute("w:char"u8));
                }
            }
            else if (markup.Is("mc:Fallback"u8))
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

    private static void Pass(in MarkupReader markup, OpenFields fields)
    {
        if (markup.Is("w:instrText"u8))
        {
            if (!markup.IsEnd)
            {
                fields.Instruct(markup.Text());
            }
        }
        else if (markup.Is("w:fldSimple"u8))
        {
            if (!markup.IsEnd)
            {
                fields.Begin();
                fields.Instruct(markup.Attribute("w:instr"u8) ?? "");
                fields.Separate();
            }

            if (markup.IsEnd || markup.IsEmpty)
            {
                fields.End();
            }
        }
        else if (!markup.IsEnd)
        {
            fields.Pass(markup.Attribute("w:fldCharType"u8));
        }
    }

    /// <summary>Most texts hold nothing that is escaped, and so need no string of their own.</summary>
    private static void Add(in MarkupReader markup, OpenFields fields, TextHash hash)
    {
        var text = markup.RawText();
        if (fields.Owner is { HasResult: false })
        {
            fields.Instruct(markup.Text());
        }
        else if (fields.Owner is null && text.Contains((byte)'&'))
        {
            hash.Add(markup.Text());
        }
        else if (fields.Owner is null)
        {
            hash.AddUtf8(text);
        }
    }
}
