using AllianceAgreements.Documents.Checking.Prose;

namespace AllianceAgreements.Documents.Checking;

/// <summary>Terms and references of everything that a template includes.</summary>
internal static class ProseCheck
{
    /// <summary>The faults of an agreement as it reads.</summary>
    /// <param name="reading">The template with its clauses.</param>
    /// <param name="vocabulary">Every term that any file defines.</param>
    public static IEnumerable<TemplateFinding> Run(FormReading reading, IReadOnlyCollection<string> vocabulary)
    {
        var sources = reading.Paragraphs;
        ProseParagraph[] prose = [.. sources.Select(paragraph => paragraph.Prose)];
        foreach (var (heading, isClause, index) in HeadingReferences.FindMissing(prose).Where(missing => !missing.Heading.Contains(TaggedText.Value, StringComparison.Ordinal)))
        {
            yield return sources[index].Source.Finding(
                TemplateFindingKind.Reference,
                $"It refers to {(isClause ? "a clause" : "an Article or a Schedule")} headed “{heading}”, and there is none; give the heading as it is now.");
        }

        foreach (var (typed, source) in sources.Where(paragraph => !HouseStyle.IsContents(paragraph.Source.StyleId))
            .SelectMany(paragraph => TypedReferences.Find(paragraph.Prose.Text), (paragraph, typed) => (typed, paragraph.Source)))
        {
            yield return source.Finding(
                TemplateFindingKind.Reference, $"The number of “{typed}” is typed and goes stale when clauses move; refer to the clause with ref and its heading or bookmark.");
        }

        foreach (var (term, index) in DefinedTerms.FindUndefined(vocabulary, prose))
        {
            yield return sources[index].Source.Finding(
                TemplateFindingKind.Term, $"The term “{term}” is used and not defined here; define it, or include the clause that does.");
        }

        foreach (var (term, index) in DefinedTerms.FindUnused(prose))
        {
            yield return sources[index].Source.Finding(TemplateFindingKind.Term, $"The term “{term}” is defined and never used; take the definition out.");
        }
    }
}
