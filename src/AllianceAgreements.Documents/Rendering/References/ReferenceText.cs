using System.Text;
using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>
/// Writes a cross-reference: words as text, and what Word can work out again as a <c>REF</c> field (ECMA-376 part 1, 17.16.5.50)
/// that shows it already. Non-breaking spaces keep a word and its number on one line.
/// </summary>
internal static class ReferenceText
{
    private const char NoBreak = '\u00A0';

    /// <summary>Writes it as runs.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="target">What it means.</param>
    /// <param name="text">The text that the target stands in.</param>
    /// <param name="output">Takes the runs.</param>
    /// <exception cref="FormatException">The target has not what the reference shows.</exception>
    public static void Write(Reference reference, Target target, ReadOnlySpan<byte> text, XmlOutput output)
    {
        if (reference.Tag.Form == RefForm.Heading)
        {
            WriteHeading(reference, target, text, output);
            return;
        }

        if (target.Paragraph!.Number is not { } number)
        {
            throw new FormatException($"The bookmark \"{reference.Tag.Target}\" marks a paragraph without a number; mark one that is numbered, or show the heading with | heading.");
        }

        var parts = ReferenceNumber.Of(number);
        if (reference.Tag.Form == RefForm.Number && parts.Alone is { } alone)
        {
            WriteRun(reference, output, alone);
            return;
        }

        var isWorded = reference.Tag.Form is RefForm.Full or RefForm.Named;
        if (isWorded)
        {
            WriteRun(reference, output, parts.Word.Length == 0 ? "" : parts.Word + NoBreak);
        }

        WriteRun(reference, output, parts.Before);
        WriteField(reference, target, output, parts.Switches, parts.Number);
        if (reference.Tag.Form == RefForm.Named)
        {
            WriteRun(reference, output, " (");
            WriteHeading(reference, target, text, output);
            WriteRun(reference, output, ")");
        }

        if (isWorded && parts.Container is { } container)
        {
            WriteRun(reference, output, $" of {container.Replace(' ', NoBreak)}");
        }
    }

    private static void WriteHeading(Reference reference, Target target, ReadOnlySpan<byte> text, XmlOutput output)
    {
        var marked = TextOf(text[target.Start..target.End]);
        var heading = TargetName.Trim(Heading.Of(text[target.Paragraph!.Start..target.Paragraph.End]) is { Length: > 0 } own ? own : marked);
        if (heading.Length == 0)
        {
            throw new FormatException($"The bookmark \"{reference.Tag.Target}\" marks a paragraph without a heading.");
        }

        // The field shows what the bookmark marks, so it stands only for exactly that.
        if (marked == heading)
        {
            WriteField(reference, target, output, switches: "", heading);
        }
        else
        {
            WriteRun(reference, output, heading);
        }
    }

    private static string TextOf(ReadOnlySpan<byte> markup)
    {
        var text = new StringBuilder();
        var reader = new MarkupReader(markup);
        while (reader.Read())
        {
            text.Append(reader.Is("w:t"u8) && !reader.IsEnd ? reader.Text() : "");
        }

        return text.ToString();
    }

    private static void WriteField(Reference reference, Target target, XmlOutput output, string switches, string result)
    {
        WriteMark(reference, output, "begin"u8);
        output.Write(reference.RunStart);
        output.Write("<w:instrText xml:space=\"preserve\"> REF "u8);
        output.WriteText(target.Name);
        output.WriteText(switches);
        output.Write(" \\h </w:instrText></w:r>"u8);
        WriteMark(reference, output, "separate"u8);
        WriteRun(reference, output, result);
        WriteMark(reference, output, "end"u8);
    }

    private static void WriteMark(Reference reference, XmlOutput output, ReadOnlySpan<byte> kind)
    {
        output.Write(reference.RunStart);
        output.Write("<w:fldChar w:fldCharType=\""u8);
        output.Write(kind);
        output.Write("\"/></w:r>"u8);
    }

    private static void WriteRun(Reference reference, XmlOutput output, string text)
    {
        if (text.Length > 0)
        {
            output.Write(reference.RunStart);
            output.Write("<w:t xml:space=\"preserve\">"u8);
            output.WriteText(text);
            output.Write("</w:t></w:r>"u8);
        }
    }
}
