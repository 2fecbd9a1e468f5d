using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Templates.Merging;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles clauses where they are included.</summary>
/// <param name="compilation">Where the compiler stands.</param>
/// <param name="clauses">The files that can be included.</param>
/// <param name="merging">Fits what they bring along into the main template.</param>
/// <param name="part">The part that is being compiled.</param>
internal sealed class IncludeCompiler(Compilation compilation, ClauseFiles clauses, MergeTarget merging, string part)
{
    // A clause that includes another twice, which includes a third twice, and so on, would never end otherwise.
    private const int MaximumInclusions = 1_000;

    private readonly List<string> _path = [];
    private int _inclusions;

    /// <summary>Compiles the clause that a tag names.</summary>
    public void Compile(IncludeTag tag, TagPlace place, ElementCompiler elements)
    {
        try
        {
            Include(tag, elements);
        }
        catch (FormatException exception)
        {
            compilation.Faults.Add(place.Fault(exception.Message));
        }
    }

    private void Include(IncludeTag tag, ElementCompiler elements)
    {
        var name = $"{tag.Name}.docx";
        if (_path.Contains(name, StringComparer.Ordinal))
        {
            throw new FormatException($"The clause includes itself: {string.Join(" → ", _path.SkipWhile(outer => outer != name))} → {name}.");
        }

        if (++_inclusions > MaximumInclusions)
        {
            throw new FormatException($"Clauses are included more than {MaximumInclusions:N0} times.");
        }

        var clause = clauses.Find(name) ?? throw new FormatException(clauses.Explain(name));
        var root = clause.Root(clause.MainPart);
        var merger = new ClauseMerger(clause, merging, part);
        var outer = compilation.Source;
        compilation.Prefixes.Merge(root);
        compilation.Source = new Source(clause, merger);
        _path.Add(name);
        var body = compilation.Capture(() =>
            elements.CompileBlocks(root.Elements(Word.Body).Elements().Where(block => block.Name != Word.SectionProperties)));
        _path.RemoveAt(_path.Count - 1);
        compilation.Source = outer;
        compilation.Output.Add(merger.HasLists ? new ClauseNode(body) : body);
    }
}
