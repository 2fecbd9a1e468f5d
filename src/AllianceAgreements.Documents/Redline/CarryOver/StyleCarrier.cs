using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>
/// Finds for each style of the older document the one of the newer document that says the same. A style that says something else, or is
/// in the older document alone, is taken over, under another name where its own is taken. Document defaults are those of the newer one.
/// </summary>
internal sealed class StyleCarrier(RedlineSource before, RedlineSource after, RedlinePackage package, ListCarrier lists)
{
    private static readonly XName Style = Word.Main + "style";
    private static readonly XName Level = Word.Main + "ilvl";
    private static readonly XName BasedOn = Word.Main + "basedOn";

    private static readonly HashSet<string> NotCompared = new(StringComparer.Ordinal)
        { "aliases", "link", "locked", "name", "next", "qFormat", "rsid", "semiHidden", "uiPriority", "unhideWhenUsed", "basedOn" };

    private readonly StyleTable _before = new(before.Root("styles"), lists.SignatureBefore);
    private readonly StyleTable _after = new(after.Root("styles"), lists.SignatureAfter);
    private readonly Dictionary<string, string> _mapped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _carried = new(StringComparer.Ordinal);

    /// <summary>Pairs the lists of styles that are the same in both documents.</summary>
    public void PairLists()
    {
        foreach (var (id, style) in _before.Styles)
        {
            if (_after.Styles.TryGetValue(id, out var other) && _before.SignatureOf(id) == _after.SignatureOf(id)
                && ListOf(style) is { } listBefore && ListOf(other) is { } listAfter)
            {
                lists.Pair(Word.ValueOf(listBefore) ?? "", Word.ValueOf(listAfter) ?? "");
            }
        }
    }

    /// <summary>What a style of the older document is called in the redline.</summary>
    public string Map(string id)
    {
        if (!_mapped.TryGetValue(id, out var mapped))
        {
            mapped = id;
            if (_before.Styles.ContainsKey(id) && (!_after.Styles.ContainsKey(id) || _before.SignatureOf(id) != _after.SignatureOf(id)))
            {
                while (_after.Styles.ContainsKey(mapped) || _carried.ContainsKey(mapped))
                {
                    mapped += "Before";
                }

                _carried.Add(mapped, id);
            }

            _mapped.Add(id, mapped);
        }

        return mapped;
    }

    /// <summary>Adds those of the styles that are only in the older document, with those they build on.</summary>
    /// <param name="used">The names of all styles that the redline uses.</param>
    public void Complete(IEnumerable<string> used)
    {
        var waiting = new Queue<string>(used.Where(_carried.ContainsKey));
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var id))
        {
            if (done.Add(id))
            {
                var copy = Copy(_before.Styles[_carried[id]], id);
                package.Edit("styles").Add(copy);
                if (Word.ValueOf(copy.Element(BasedOn)) is { } basis && _carried.ContainsKey(basis))
                {
                    waiting.Enqueue(basis);
                }
            }
        }
    }

    private XElement Copy(XElement style, string id)
    {
        var copy = new XElement(style);
        copy.SetAttributeValue(Word.StyleId, id);
        copy.Attribute(Word.Main + "default")?.Remove();
        copy.Elements().Where(element => element.Name.LocalName is "next" or "link" or "rsid").Remove();
        if (copy.Element(Word.Main + "name") is { } name && _after.HasName(Word.ValueOf(name)))
        {
            name.SetAttributeValue(Word.Value, $"{Word.ValueOf(name)} ({id})");
        }

        if (copy.Element(BasedOn) is { } basis)
        {
            basis.SetAttributeValue(Word.Value, Map(Word.ValueOf(basis) ?? ""));
        }

        if (ListOf(copy) is { } list)
        {
            var number = Word.ValueOf(list) ?? "";
            list.SetAttributeValue(Word.Value, lists.Map(number));
            if (list.Parent!.Element(Level) is null && lists.LevelBefore(number, _carried[id]) is { } level)
            {
                list.AddBeforeSelf(new XElement(Level, new XAttribute(Word.Value, level)));
            }
        }

        return copy;
    }

    private static XElement? ListOf(XElement style) =>
        style.Element(Word.ParagraphProperties)?.Element(Word.Main + "numPr")?.Element(Word.ListId);

    /// <summary>The styles of one document.</summary>
    private sealed class StyleTable
    {
        private readonly Func<string, string> _listSignature;
        private readonly Dictionary<string, string> _signatures = new(StringComparer.Ordinal);
        private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

        public StyleTable(XElement? styles, Func<string, string> listSignature)
        {
            _listSignature = listSignature;
            foreach (var style in styles?.Elements(Style) ?? [])
            {
                Styles.TryAdd((string?)style.Attribute(Word.StyleId) ?? "", style);
                _names.Add(Word.ValueOf(style.Element(Word.Main + "name")) ?? "");
            }
        }

        public Dictionary<string, XElement> Styles { get; } = new(StringComparer.Ordinal);

        public bool HasName(string? name) => _names.Contains(name ?? "");

        /// <summary>What a style says, with everything it builds on.</summary>
        public string SignatureOf(string id)
        {
            if (_signatures.TryGetValue(id, out var signature) || !Styles.TryGetValue(id, out var style))
            {
                return signature ?? "";
            }

            // A style that builds on itself ends here.
            _signatures[id] = "";
            var own = CanonicalXml.Of(style.Elements().Where(element => !NotCompared.Contains(element.Name.LocalName)));
            var list = ListOf(style) is { } number ? _listSignature(Word.ValueOf(number) ?? "") : "";
            signature = $"{(string?)style.Attribute(Names.Type)}\n{(list.Length > 0 ? WithoutList(own) : own)}\n{list}\n{SignatureOf(Word.ValueOf(style.Element(BasedOn)) ?? "")}";
            return _signatures[id] = signature;
        }

        private static string WithoutList(string canonical)
        {
            var start = canonical.IndexOf("<numId ", StringComparison.Ordinal);
            return start < 0 ? canonical : canonical.Remove(start, canonical.IndexOf("</>", start, StringComparison.Ordinal) - start);
        }
    }
}
