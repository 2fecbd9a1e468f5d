using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Preview;

internal enum NoteKind
{
    Footnote,
    Endnote,
}

/// <summary>The notes that the text refers to, in the order of their first mention.</summary>
internal sealed class NoteList(NoteKind kind)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public NoteKind Kind => kind;

    /// <summary>Their ids in the document.</summary>
    public IReadOnlyCollection<string> Ids => _numbers.Keys;

    /// <summary>The mark of a note: 1, 2, 3 for footnotes and i, ii, iii for endnotes, as Word numbers them.</summary>
    public string Mark(string id)
    {
        _numbers.TryAdd(id, _numbers.Count + 1);
        return NumberFormat.Format(_numbers[id], kind == NoteKind.Endnote ? "lowerRoman" : "decimal");
    }
}
