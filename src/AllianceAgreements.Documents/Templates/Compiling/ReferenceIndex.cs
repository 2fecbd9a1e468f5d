using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>The cross-references of a template with its clauses, and what they can mean.</summary>
internal sealed class ReferenceIndex
{
    private readonly List<(RefTag Tag, TagPlace Place)> _used = [];
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Whether there is any.</summary>
    public bool Any => _used.Count > 0;

    /// <summary>
    /// Finds the cross-references of a template and of every clause that it includes. What stands under a condition that the
    /// template's form never meets is for another form, and may refer to a clause that this one does not have.
    /// </summary>
    public static ReferenceIndex Find(TemplatePackage main, ClauseFiles clauses)
    {
        var index = new ReferenceIndex();
        var form = FormTemplates.FormOf(main.Name);
        var files = new Queue<TemplatePackage>([main]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (files.TryDequeue(out var file))
        {
            foreach (var part in file.TextParts)
            {
                index.Read(file.Root(part), new Branches(form), include =>
                {
                    if (seen.Add(include.Name) && clauses.Find($"{include.Name}.docx") is { } clause)
                    {
                        files.Enqueue(clause);
                    }
                });
            }
        }

        return index;
    }

    /// <summary>Whether a paragraph with this heading is referred to.</summary>
    public bool IsWanted(string heading) => _headings.Count > 0 && _headings.Contains(TargetName.OfHeading(heading));

    /// <summary>Notes that there is something to refer to.</summary>
    public void AddTarget(string key) => _known.Add(key);

    /// <summary>Reports references to what is nowhere.</summary>
    public void Report(ICollection<TemplateFault> faults)
    {
        foreach (var (tag, place) in _used.Where(reference => !_known.Contains(TargetName.Of(reference.Tag))))
        {
            faults.Add(place.Fault(tag.IsHeading
                ? $"No clause has the heading \"{tag.Target}\"; write it as it stands there. A heading with a tag in it is referred to by a bookmark."
                : $"There is no bookmark \"{tag.Target}\" in the text of the agreement or its clauses; mark the clause with it (Insert, Bookmark), or refer to the clause by its heading, in quotation marks."));
        }
    }

    private void Read(XElement root, Branches branches, Action<IncludeTag> include)
    {
        foreach (var element in root.Descendants().OfType<TagElement>())
        {
            switch (element.Tag)
            {
                case ControlTag control:
                    branches.Pass(control);
                    break;
                case RefTag reference when branches.IsPossible:
                    Add(reference, element.Place);
                    break;
                case IncludeTag clause when branches.IsPossible:
                    include(clause);
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(RefTag tag, TagPlace place)
    {
        _used.Add((tag, place));
        if (tag.IsHeading)
        {
            _headings.Add(TargetName.Of(tag));
        }
    }
}
