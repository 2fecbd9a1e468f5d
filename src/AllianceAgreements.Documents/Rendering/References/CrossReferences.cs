using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>The cross-references of one draft and what they can mean.</summary>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class CrossReferences(ICollection<TemplateFault> faults)
{
    private readonly Dictionary<(string Key, string Path), List<Target>> _targets = [];
    private readonly Dictionary<Bookmark, Target> _open = [];
    private readonly List<Target> _inOrder = [];

    /// <summary>The text that targets stand in; bookmarks of other parts are none.</summary>
    public XmlOutput? Text { get; set; }

    /// <summary>The targets, in the order of the text.</summary>
    public IReadOnlyList<Target> Targets => _inOrder;

    /// <summary>Notes where a bookmark begins.</summary>
    public void Start(Bookmark bookmark, string? name, XmlOutput output, Scope scope)
    {
        if (output == Text)
        {
            Add(_open[bookmark] = new Target(bookmark, name, scope, output.Written.Length));
        }
    }

    /// <summary>Notes where a bookmark ends.</summary>
    public void End(Bookmark bookmark, XmlOutput output)
    {
        if (output == Text && _open.Remove(bookmark, out var target))
        {
            target.End = output.Written.Length;
        }
    }

    /// <summary>Adds a target, under each item of the data that it stands in.</summary>
    private void Add(Target target)
    {
        _inOrder.Add(target);
        foreach (var path in PathsOf(target.Scope))
        {
            if (!_targets.TryGetValue((target.Bookmark.Key, path), out var same))
            {
                _targets.Add((target.Bookmark.Key, path), same = []);
            }

            same.Add(target);
        }
    }

    /// <summary>Writes what a cross-reference comes to.</summary>
    public void Write(Reference reference, XmlOutput output)
    {
        try
        {
            ReferenceText.Write(reference, Find(reference), Text!.Written, output);
        }
        catch (FormatException exception)
        {
            faults.Add(reference.Place.Fault(exception.Message));
        }
    }

    private Target Find(Reference reference)
    {
        var name = reference.Tag.Target;
        return FindNearest(reference) switch
        {
            [] when reference.Tag.IsHeading =>
                throw new FormatException($"The heading \"{name}\" is left out of this draft, or its paragraph has no number; put the reference under the condition of the clause."),
            [] => throw new FormatException($"The bookmark \"{name}\" is left out of this draft; put the reference under the condition of the clause."),
            [{ Name: null }] =>
                throw new FormatException($"The bookmark \"{name}\" begins and ends on different sides of a tag; let it mark words within one paragraph."),
            [{ Paragraph: null }] => throw new FormatException($"The bookmark \"{name}\" marks no paragraph of the text."),
            [var target] => target,
            var many when reference.Tag.IsHeading =>
                throw new FormatException($"The heading \"{name}\" stands at {many.Count} clauses; mark the one that is meant with a bookmark, and refer to that."),
            var many => throw new FormatException($"The bookmark \"{name}\" marks {many.Count} clauses of a repetition; refer to it from inside the repetition."),
        };
    }

    /// <summary>The targets in the innermost item of the data that a reference shares with any; of those, the ones of its own file.</summary>
    private List<Target> FindNearest(Reference reference)
    {
        var key = TargetName.Of(reference.Tag);
        foreach (var path in PathsOf(reference.Scope))
        {
            var near = _targets.GetValueOrDefault((key, path)) ?? [];
            if (reference.Tag.IsHeading)
            {
                near = near.FindAll(target => target.Paragraph is { Number: not null });
                near = near.FindAll(target => target.Bookmark.Rank == near.Min(other => other.Bookmark.Rank));
            }

            if (near.Count > 0)
            {
                var own = near.FindAll(target => target.Bookmark.Origin == reference.Origin);
                return own.Count > 0 ? own : near;
            }
        }

        return [];
    }

    /// <summary>The item of the data, then the items around it, and last the agreement.</summary>
    private static IEnumerable<string> PathsOf(Scope scope)
    {
        for (var at = scope; at is not null; at = at.Outer)
        {
            yield return at.Path;
        }
    }
}
