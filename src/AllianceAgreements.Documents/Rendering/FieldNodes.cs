using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>A value with its formatters, and how to say what is wrong with it.</summary>
/// <param name="Read">Reads the value.</param>
/// <param name="Describe">Its full path in the data.</param>
/// <param name="Formatters">Applied in turn.</param>
/// <param name="Place">Where its tag stands.</param>
internal sealed record FieldValue(
    Func<Scope, object?> Read, Func<Scope, string> Describe, IReadOnlyList<Formatter> Formatters, TagPlace Place)
{
    /// <summary>The text; null after reporting why there is none.</summary>
    public string? Format(Draft draft, Scope scope)
    {
        try
        {
            var value = Read(scope);
            foreach (var formatter in Formatters)
            {
                value = value is null && !formatter.TakesAbsent ? null : formatter.Apply(value);
            }

            if (value is null)
            {
                throw new FormatException($"{Describe(scope)} is absent in this request. Guard it with {{{{#if …}}}}, or add | default:\"…\".");
            }

            var text = PlainText.Of(value);
            return XmlCharacters.FindForbidden(text) is { } forbidden
                ? throw new FormatException($"{Describe(scope)} holds the character {forbidden}, which a Word document cannot hold. Remove it from the request.")
                : text;
        }
        catch (FormatException exception)
        {
            draft.Faults.Add(Place.Fault(exception.Message));
            return null;
        }
    }
}

/// <summary>A value as a run of text, in a content control if it has one.</summary>
internal sealed class RunNode(FieldValue field, RunFormat format, FieldControl? control) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        if (field.Format(draft, scope) is not { Length: > 0 } text)
        {
            return;
        }

        if (control is null || draft.Fields.IsFull)
        {
            WriteRuns(draft, text);
            return;
        }

        var path = field.Describe(scope);
        draft.Fields.Add(path, text);
        control.WriteStart(draft, path);
        WriteRuns(draft, text);
        FieldControl.WriteEnd(draft);
    }

    private void WriteRuns(Draft draft, string text)
    {
        if (!TextDirection.HasRightToLeft(text))
        {
            WriteRun(draft.Output, format.LeftToRight, text);
            return;
        }

        foreach (var (stretch, isRightToLeft) in TextDirection.Split(text))
        {
            WriteRun(draft.Output, isRightToLeft ? format.RightToLeft : format.LeftToRight, stretch);
        }
    }

    private static void WriteRun(XmlOutput output, byte[] start, ReadOnlySpan<char> text)
    {
        output.Write(start);
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny("\r\n\t");
            var line = end < 0 ? text : text[..end];
            if (!line.IsEmpty)
            {
                output.Write("<w:t xml:space=\"preserve\">"u8);
                output.WriteText(line);
                output.Write("</w:t>"u8);
            }

            if (end < 0)
            {
                break;
            }

            output.Write(text[end] == '\t' ? "<w:tab/>"u8 : "<w:br/>"u8);
            text = text[(end + (text[end..].StartsWith("\r\n") ? 2 : 1))..];
        }

        output.Write("</w:r>"u8);
    }
}

/// <summary>The start of a run with its formatting, for each direction of text.</summary>
internal sealed record RunFormat(byte[] LeftToRight, byte[] RightToLeft);

/// <summary>A value as characters alone, line ends becoming spaces: document properties.</summary>
internal sealed class CharactersNode(FieldValue field) : Node
{
    public override void Write(Draft draft, Scope scope) =>
        draft.Output.WriteText(field.Format(draft, scope)?.ReplaceLineEndings(" "));
}
