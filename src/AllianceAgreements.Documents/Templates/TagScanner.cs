using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates;

/// <summary>Finds tags in text.</summary>
/// <param name="file">The template or clause.</param>
/// <param name="faults">Takes what is wrong with the tags.</param>
internal sealed class TagScanner(string file, ICollection<TemplateFault> faults)
{
    /// <summary>Stands in a text for what is not text and cannot be part of a tag.</summary>
    public const char Obstacle = '\uFFFC';

    /// <summary>Whether a text may hold a tag or a piece of one.</summary>
    public static bool MayHoldTag(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal);

    /// <summary>The tags of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">The text of the paragraph that it belongs to, for messages.</param>
    public List<ScannedTag> Scan(string text, string paragraph)
    {
        var quoted = TagPlace.Shorten(paragraph);
        var tags = new List<ScannedTag>();
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf("{{", position, StringComparison.Ordinal);
            var close = text.IndexOf("}}", position, StringComparison.Ordinal);
            if (close >= 0 && (open < 0 || close < open))
            {
                Report(text[position..(close + 2)], "\"}}\" closes no tag; a tag begins with \"{{\".");
                position = close + 2;
            }
            else if (open < 0)
            {
                break;
            }
            else if (FindEnd(text, open, close) is var end && end != close + 2)
            {
                tags.Add(ReadUnclosed(text[open..end], open));
                position = end;
            }
            else
            {
                tags.Add(Read(text[open..(close + 2)], open));
                position = close + 2;
            }
        }

        return tags;

        ScannedTag Read(string source, int start)
        {
            var place = new TagPlace(file, source.Replace(Obstacle, ' '), quoted);
            var inside = source[2..^2];
            try
            {
                return inside.Contains(Obstacle, StringComparison.Ordinal)
                    ? throw new FormatException("The tag is interrupted by a line break, a tab, an image, a field or a link; write it in one go.")
                    : new ScannedTag(start, source.Length, TagParser.Parse(inside), place);
            }
            catch (FormatException exception)
            {
                faults.Add(place.Fault(exception.Message));
                return new ScannedTag(start, source.Length, TagParser.Recover(inside), place);
            }
        }

        ScannedTag ReadUnclosed(string source, int start)
        {
            Report(source, "The tag is not closed with \"}}\" in the same paragraph.");
            return new ScannedTag(start, source.Length, TagParser.Recover(source[2..]), new TagPlace(file, source, quoted));
        }

        void Report(string source, string message) =>
            faults.Add(new TagPlace(file, TagPlace.Shorten(source.Replace(Obstacle, ' ')), quoted).Fault(message));
    }

    /// <summary>Where a tag ends: behind its braces, or before the next tag or the end of the text when it has none.</summary>
    private static int FindEnd(string text, int open, int close)
    {
        var next = text.IndexOf("{{", open + 2, StringComparison.Ordinal);
        return (close, next) switch
        {
            ( < 0, < 0) => text.Length,
            ( < 0, _) => next,
            (_, < 0) => close + 2,
            _ => next < close ? next : close + 2,
        };
    }
}

/// <summary>A tag in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length, with its braces.</param>
/// <param name="Tag">What it asks for; null when it is faulty.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ScannedTag(int Start, int Length, Tag? Tag, TagPlace Place)
{
    public int End => Start + Length;
}
