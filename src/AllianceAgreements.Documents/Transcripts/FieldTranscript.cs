using System.Text;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>
/// Shows Word fields (17.16.18) by their result, and those whose result changes with every save or page by their name: <c>[PAGE]</c>.
/// Fields nest and reach over paragraphs.
/// </summary>
internal sealed class FieldTranscript
{
    private static readonly HashSet<string> Changing = new(StringComparer.OrdinalIgnoreCase)
        { "DATE", "FILENAME", "NUMPAGES", "PAGE", "PAGEREF", "PRINTDATE", "SAVEDATE", "SECTIONPAGES", "TIME" };

    private readonly Stack<Field> _open = new();
    private int _muted;

    /// <summary>Whether text here is not shown: the instruction of a field, or a result that its name stands for.</summary>
    public bool IsMuted => _muted > 0;

    /// <summary>What to show for an instruction instead of its result; null when the result is shown.</summary>
    public static string? NameOf(string instruction)
    {
        var keyword = instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return Changing.Contains(keyword) ? $"[{keyword.ToUpperInvariant()}]" : null;
    }

    /// <summary>Takes text of an instruction.</summary>
    public void Instruct(string text)
    {
        if (_open.TryPeek(out var field) && !field.HasResult)
        {
            field.Instruction.Append(text);
        }
    }

    /// <summary>Takes the next <c>w:fldChar</c>; answers what to show in its place.</summary>
    public string Mark(string? type)
    {
        switch (type)
        {
            case "begin":
                _open.Push(new Field());
                _muted++;
                return "";
            case "separate" when _open.TryPeek(out var field) && !field.HasResult:
                field.HasResult = true;
                field.IsNamed = NameOf(field.Instruction.ToString()) is not null;
                _muted -= field.IsNamed ? 0 : 1;
                return "";
            case "end" when _open.TryPop(out var field):
                _muted -= field.IsNamed || !field.HasResult ? 1 : 0;
                return IsMuted ? "" : NameOf(field.Instruction.ToString()) ?? "";
            default:
                return "";
        }
    }

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool HasResult { get; set; }

        public bool IsNamed { get; set; }
    }
}
