using System.Text;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>
/// Splits text into stretches of one direction, because Word orders a run by its own mark and not by its letters alone.
/// Characters without a direction of their own belong to a right-to-left stretch when it goes on after them.
/// </summary>
internal static class TextDirection
{
    // Unicode 17, DerivedBidiClass: the ranges of the classes R and AL, including what is reserved for them.
    private static readonly (int First, int Last)[] RightToLeft =
    [
        (0x0590, 0x05FF), (0x0600, 0x065F), (0x066D, 0x06EF), (0x06FA, 0x08FF), (0x200F, 0x200F), (0x202B, 0x202B), (0x202E, 0x202E),
        (0x2067, 0x2067), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF),
    ];

    /// <summary>Whether a text has a right-to-left letter; most have none.</summary>
    public static bool HasRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The stretches, which together are the text.</summary>
    public static List<(string Text, bool IsRightToLeft)> Split(string text)
    {
        var stretches = new List<(string, bool)>();
        var (start, lastLetterEnd, current, index) = (0, 0, false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            // A number takes the direction of the letters before it (Unicode Standard Annex 9, rule W7).
            var isRightToLeft = IsRightToLeft(rune) || (current && Rune.IsDigit(rune));
            if (isRightToLeft || Rune.IsLetter(rune))
            {
                if (isRightToLeft != current)
                {
                    var end = current ? lastLetterEnd : index;
                    Add(text[start..end], current);
                    (start, current) = (end, isRightToLeft);
                }

                lastLetterEnd = index + rune.Utf16SequenceLength;
            }

            index += rune.Utf16SequenceLength;
        }

        var rest = current ? lastLetterEnd : text.Length;
        Add(text[start..rest], current);
        Add(text[rest..], isRightToLeft: false);
        return stretches;

        void Add(string stretch, bool isRightToLeft)
        {
            if (stretch.Length > 0)
            {
                stretches.Add((stretch, isRightToLeft));
            }
        }
    }

    private static bool IsRightToLeft(Rune rune)
    {
        if (rune.Value < 0x0590)
        {
            return false;
        }

        foreach (var (first, last) in RightToLeft)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return true;
            }
        }

        return false;
    }
}
