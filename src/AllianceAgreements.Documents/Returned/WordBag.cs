using AllianceAgreements.Documents.Redline.Lines;

namespace AllianceAgreements.Documents.Returned;

/// <summary>The words of a text, whatever their order.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly int _total;

    public WordBag(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var piece = rest[..Words.FirstLength(rest)];
            if (Words.IsWord(piece))
            {
                var word = piece.ToString();
                _counts[word] = _counts.GetValueOrDefault(word) + 1;
                _total++;
            }

            rest = rest[piece.Length..];
        }
    }

    /// <summary>Whether half of the words of both are in both. What it costs does not grow with the longer one.</summary>
    public bool IsAlike(WordBag other)
    {
        var (fewer, more) = _total < other._total ? (this, other) : (other, this);
        return more._total <= 3 * fewer._total
            && 4 * fewer._counts.Sum(word => Math.Min(word.Value, more._counts.GetValueOrDefault(word.Key))) >= fewer._total + more._total;
    }
}
