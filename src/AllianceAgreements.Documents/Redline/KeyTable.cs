namespace AllianceAgreements.Documents.Redline;

/// <summary>Gives texts numbers, the same for the same text, so that sequences of them compare fast.</summary>
internal sealed class KeyTable
{
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public KeyTable() => _bySpan = _keys.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a text.</summary>
    public int Of(ReadOnlySpan<char> text)
    {
        if (!_bySpan.TryGetValue(text, out var key))
        {
            key = _keys.Count;
            _bySpan[text] = key;
        }

        return key;
    }
}
