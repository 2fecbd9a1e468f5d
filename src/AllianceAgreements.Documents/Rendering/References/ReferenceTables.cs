using System.Xml;
using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>What numbers the clauses of every draft of a template.</summary>
/// <param name="TextPart">The part that holds the text.</param>
/// <param name="NumberingPart">The part that holds the lists; null when there is none.</param>
/// <param name="Styles">The styles.</param>
/// <param name="Numbering">The lists, without those that a draft brings along.</param>
internal sealed record ReferenceTables(string TextPart, string? NumberingPart, StyleSheet Styles, NumberingDefinitions Numbering)
{
    /// <summary>Tells each target of a draft its paragraph, once the text and the lists are written.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="numbering">Its lists, as they are written; null when they are the same in every draft.</param>
    public void NumberTargets(Draft draft, XmlOutput? numbering)
    {
        var definitions = numbering is null || draft.Lists.Output.Written.IsEmpty ? Numbering : Read(numbering);
        new ParagraphNumbers(Styles, definitions).Read(draft.References.Text!.Written, draft.References.Targets);
    }

    private NumberingDefinitions Read(XmlOutput numbering)
    {
        using var reader = XmlReader.Create(new MemoryStream(numbering.Written.ToArray(), writable: false));
        return NumberingDefinitions.Read(reader, Styles);
    }
}
