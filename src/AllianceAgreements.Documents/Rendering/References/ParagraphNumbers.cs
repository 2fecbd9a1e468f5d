using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>Numbers the paragraphs of a draft's text, and tells each target the paragraph that it stands in, or before.</summary>
/// <param name="styles">The styles of the draft.</param>
/// <param name="definitions">The lists of the draft.</param>
internal sealed class ParagraphNumbers(StyleSheet styles, NumberingDefinitions definitions)
{
    private readonly ClauseNumbering _numbering = new(definitions);
    private readonly Stack<OpenParagraph> _open = new();

    /// <summary>Goes through the text once.</summary>
    /// <param name="text">The text, its references still open.</param>
    /// <param name="targets">The targets, in the order of the text.</param>
    public void Read(ReadOnlySpan<byte> text, IReadOnlyList<Target> targets)
    {
        var next = 0;
        var markup = new MarkupReader(text);
        while (next < targets.Count && markup.Read())
        {
            if (markup.Is("w:p"u8))
            {
                ReadParagraph(in markup, targets, ref next);
            }
            else if (markup.Is("mc:Fallback"u8))
            {
                markup.Skip();
            }
            else if (_open.TryPeek(out var paragraph) && !markup.IsEnd)
            {
                paragraph.ReadProperty(in markup);
            }
        }
    }

    private void ReadParagraph(in MarkupReader markup, IReadOnlyList<Target> targets, ref int next)
    {
        if (!markup.IsEnd)
        {
            _open.Push(new OpenParagraph(markup.Start, _open.Count == 0 ? next : FindFrom(targets, next, markup.Start)));
        }

        if (!markup.IsEnd && !markup.IsEmpty)
        {
            return;
        }

        // Text boxes have paragraphs of their own, inside the one that they are anchored in; those come first.
        var paragraph = _open.Pop();
        var number = _numbering.Count(paragraph.Properties, styles.Paragraph(paragraph.StyleId));
        var isNumbered = number is { } counted && !counted.Instance.List[counted.Level].IsBullet;
        var place = new NumberedParagraph(isNumbered ? number : null, paragraph.Start, markup.End);
        for (var index = paragraph.FirstTarget; index < targets.Count && targets[index].Start <= markup.Start; index++)
        {
            targets[index].Paragraph ??= place;
            next = Math.Max(next, index + 1);
        }
    }

    /// <summary>The first target behind a place: those before it belong to the paragraph around.</summary>
    private static int FindFrom(IReadOnlyList<Target> targets, int first, int place)
    {
        while (first < targets.Count && targets[first].Start < place)
        {
            first++;
        }

        return first;
    }

    private sealed class OpenParagraph(int start, int firstTarget)
    {
        private int? _list;
        private int? _level;

        public int Start => start;

        public int FirstTarget => firstTarget;

        public string? StyleId { get; private set; }

        public ParagraphProperties Properties => _list is null && _level is null ? ParagraphProperties.None : ParagraphProperties.Listed(_list, _level);

        public void ReadProperty(in MarkupReader markup)
        {
            if (markup.Is("w:pStyle"u8))
            {
                StyleId = markup.Attribute("w:val"u8);
            }
            else if (markup.Is("w:numId"u8))
            {
                _list = markup.Integer("w:val"u8);
            }
            else if (markup.Is("w:ilvl"u8))
            {
                _level = markup.Integer("w:val"u8);
            }
        }
    }
}
