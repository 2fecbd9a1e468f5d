using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>Which footnote, endnote or comment of the newer document is which of the older one: that of the same place in the text.</summary>
internal sealed class NotePairs
{
    private readonly Dictionary<(XName Reference, string After), string> _before = [];

    /// <summary>Pairs the notes that two pieces of text refer to, which are otherwise the same.</summary>
    public void Pair(IEnumerable<XElement> before, IEnumerable<XElement> after)
    {
        foreach (var (former, reference) in ReferencesIn(before).Zip(ReferencesIn(after)))
        {
            if (former.Name == reference.Name)
            {
                _before[(reference.Name, IdOf(reference))] = IdOf(former);
            }
        }
    }

    /// <summary>The older document's note that one of the newer document was; null when it was none.</summary>
    /// <param name="reference">The element that refers to notes of its kind.</param>
    /// <param name="id">The note of the newer document.</param>
    public string? Find(XName reference, string id) => _before.GetValueOrDefault((reference, id));

    private static IEnumerable<XElement> ReferencesIn(IEnumerable<XElement> elements) => elements.DescendantsAndSelf()
        .Where(element => element.Name == Word.FootnoteReference || element.Name == Word.EndnoteReference || element.Name == Names.CommentReference);

    private static string IdOf(XElement reference) => (string?)reference.Attribute(Word.Id) ?? "";
}
