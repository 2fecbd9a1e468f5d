using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Redline.Blocks;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>
/// Compares the footnotes, the endnotes or the comments of two documents, and brings along those of the older one that were deleted.
/// Notes that come or go are marked inside, too, as Word does it; comments are not, since they come and go with their reference.
/// </summary>
internal sealed class NoteCarrier
{
    private const string Comments = "comments";

    private readonly RedlinePackage _package;
    private readonly string _kind;
    private readonly XName _reference;
    private readonly XName _note;
    private readonly Dictionary<string, XElement> _before = new(StringComparer.Ordinal);
    private readonly List<XElement> _separators = [];

    /// <param name="before">The older document; its notes get numbers that the newer one has not.</param>
    /// <param name="after">The newer document.</param>
    /// <param name="package">The redline.</param>
    /// <param name="kind">"footnotes", "endnotes" or "comments".</param>
    public NoteCarrier(RedlineSource before, RedlineSource after, RedlinePackage package, string kind)
    {
        _package = package;
        _kind = kind;
        _note = Word.Main + kind[..^1];
        _reference = Word.Main + $"{kind[..^1]}Reference";
        Root = after.Root(kind);
        var last = NumbersIn(after).Concat(NumbersIn(before)).DefaultIfEmpty(0).Max();
        var renumbered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var note in before.Root(kind)?.Elements(_note) ?? [])
        {
            if (note.Attribute(Names.Type) is not null)
            {
                _separators.Add(note);
                continue;
            }

            var id = (++last).ToString(CultureInfo.InvariantCulture);
            renumbered[IdOf(note)] = id;
            _before[id] = note;
        }

        foreach (var (id, note) in _before)
        {
            note.SetAttributeValue(Word.Id, id);
        }

        foreach (var reference in before.TextRoots().SelectMany(root => root.Descendants()).Where(element => element.Name == _reference || (kind == Comments && CommentMarks.IsRange(element))))
        {
            reference.SetAttributeValue(Word.Id, renumbered.GetValueOrDefault(IdOf(reference)) ?? IdOf(reference));
        }

        if (kind == Comments)
        {
            CommentMarks.Sign(before.TextRoots(), _before.Values);
            CommentMarks.Sign(after.TextRoots(), Root?.Elements() ?? []);
            CommentMarks.DropIdentities(_before.Values);
        }
    }

    /// <summary>The part of the redline; null when neither document needs one.</summary>
    public XElement? Root { get; private set; }

    /// <summary>Writes the notes of the redline.</summary>
    /// <param name="texts">The text of the redline that may refer to them.</param>
    /// <param name="pairs">Which notes are the same.</param>
    /// <param name="comparer">What compares their content.</param>
    public void Complete(IEnumerable<XElement> texts, NotePairs pairs, BlockComparer comparer)
    {
        var used = texts.SelectMany(text => text.Descendants(_reference)).ToLookup(IdOf, StringComparer.Ordinal);
        var isChanged = false;
        foreach (var note in Root?.Elements(_note).Where(note => note.Attribute(Names.Type) is null).ToList() ?? [])
        {
            var former = pairs.Find(_reference, IdOf(note)) is { } id ? _before.GetValueOrDefault(id) : null;
            if (former is not null || (_kind != Comments && used[IdOf(note)].Any(reference => reference.Ancestors(Names.Inserted).Any())))
            {
                note.ReplaceNodes(comparer.Compare(former?.Elements() ?? [], note.Elements().ToList()));
                isChanged = true;
            }
        }

        foreach (var (_, note) in _before.Where(pair => used.Contains(pair.Key)))
        {
            Root = _package.Edit(_kind);
            if (!Root.Elements(_note).Any())
            {
                Root.Add(_separators);
            }

            Root.Add(new XElement(_note, note.Attributes(), _kind == Comments ? note.Elements() : comparer.Compare(note.Elements(), [])));
        }

        if (isChanged)
        {
            _package.Edit(_kind);
        }
    }

    private IEnumerable<int> NumbersIn(RedlineSource source) => (source.Root(_kind)?.Elements(_note) ?? [])
        .Select(note => int.TryParse(IdOf(note), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private static string IdOf(XElement element) => (string?)element.Attribute(Word.Id) ?? "";
}
