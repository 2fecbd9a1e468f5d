namespace AllianceAgreements.Documents.Checking.Prose;

/// <summary>Whether the terms of an agreement are defined and used.</summary>
internal static class DefinedTerms
{
    /// <summary>The terms of a vocabulary that are used though no paragraph defines them, each with the first paragraph that uses it.</summary>
    public static IEnumerable<(string Term, int Paragraph)> FindUndefined(IEnumerable<string> vocabulary, IReadOnlyList<ProseParagraph> paragraphs)
    {
        var defined = paragraphs.SelectMany(paragraph => paragraph.Defines).ToHashSet(StringComparer.Ordinal);
        foreach (var term in vocabulary.Where(term => !defined.Contains(term)))
        {
            if (FindUse(term, paragraphs) is { } place)
            {
                yield return (term, place);
            }
        }
    }

    /// <summary>The terms that are defined and used nowhere else, each with the paragraph that defines it.</summary>
    public static IEnumerable<(string Term, int Paragraph)> FindUnused(IReadOnlyList<ProseParagraph> paragraphs)
    {
        for (var index = 0; index < paragraphs.Count; index++)
        {
            foreach (var term in paragraphs[index].Defines.Where(term => FindUse(term, paragraphs) is null))
            {
                yield return (term, index);
            }
        }
    }

    /// <summary>Whether a text holds a term as words of their own, in the singular or the plural.</summary>
    public static bool Holds(string text, string term)
    {
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + term.Length);
            var ending = rest.StartsWith("es", StringComparison.Ordinal) ? 2 : rest.StartsWith("s", StringComparison.Ordinal) ? 1 : 0;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (rest.Length == ending || !char.IsLetterOrDigit(rest[ending])))
            {
                return true;
            }
        }

        return false;
    }

    private static int? FindUse(string term, IReadOnlyList<ProseParagraph> paragraphs)
    {
        for (var index = 0; index < paragraphs.Count; index++)
        {
            if (!paragraphs[index].Defines.Contains(term, StringComparer.Ordinal) && Holds(paragraphs[index].Text, term))
            {
                return index;
            }
        }

        return null;
    }
}
