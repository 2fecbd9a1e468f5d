using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Tests.Returned;

/// <summary>What somebody does to a field, or to the text around it, in Word.</summary>
internal enum Edit
{
    /// <summary>Types another text into the field.</summary>
    Retype,

    /// <summary>The same with tracked changes on, which nobody has accepted yet.</summary>
    RetypeTracked,

    /// <summary>Takes the field out with its text.</summary>
    Delete,

    /// <summary>The same with tracked changes on.</summary>
    DeleteTracked,

    /// <summary>Makes a part of the field bold; Word splits its runs.</summary>
    Reformat,

    /// <summary>Cuts the field and pastes it at the end of another paragraph.</summary>
    Move,

    /// <summary>Types a sentence at the end of the field's paragraph.</summary>
    TypeBeside,

    /// <summary>The same with tracked changes on.</summary>
    TypeBesideTracked,

    /// <summary>Puts a Word field there whose result is the sentence.</summary>
    TypeInAField,

    /// <summary>Deletes the mark of the field's paragraph with tracked changes on, so that it is one with the next.</summary>
    JoinTracked,
}

/// <summary>Edits the text of a draft as Word would leave it behind.</summary>
internal sealed class OtherSide(XElement document)
{
    private static readonly XNamespace W = Word.Main;

    private int _id = 9_000;

    /// <summary>The fields, each in its own paragraph or cell.</summary>
    public IReadOnlyList<XElement> Fields { get; } = [.. document.Descendants(W + "sdt")];

    /// <summary>The paragraph of each field, as long as nothing was edited.</summary>
    public IReadOnlyList<XElement> Paragraphs { get; } = [.. document.Descendants(W + "sdt").Select(field => field.Ancestors(W + "p").First())];

    public static string PathOf(XElement field) => (string)field.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")!;

    public static string TextOf(XElement field) => string.Concat(field.Descendants().Select(element => element.Name.LocalName switch
    {
        "t" => element.Value,
        "br" => "\n",
        "tab" => "\t",
        _ => "",
    }));

    /// <summary>The paragraph that one becomes one with when its mark is deleted; null when there is none, or it is empty.</summary>
    public static XElement? NextOf(XElement paragraph) =>
        paragraph.ElementsAfterSelf().FirstOrDefault() is { } next && next.Name == W + "p" && next.Descendants(W + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value)) ? next : null;

    /// <summary>Does it.</summary>
    /// <param name="edit">What.</param>
    /// <param name="field">To which field.</param>
    /// <param name="text">What is typed.</param>
    /// <param name="paragraph">The field's paragraph.</param>
    /// <param name="elsewhere">The paragraph that something is moved to.</param>
    public void Do(Edit edit, XElement field, string text, XElement paragraph, XElement elsewhere)
    {
        var content = field.Element(W + "sdtContent")!;
        switch (edit)
        {
            case Edit.Retype:
                content.ReplaceNodes(Run(text[..(text.Length / 2)]), new XElement(W + "proofErr", new XAttribute(W + "type", "spellStart")), Run(text[(text.Length / 2)..]));
                break;
            case Edit.RetypeTracked:
                content.ReplaceNodes(Deleted(content.Elements()), Tracked("ins", Run(text)));
                break;
            case Edit.Delete:
                field.Remove();
                break;
            case Edit.DeleteTracked:
                // Word keeps the text of a control that is deleted whole, and takes the control off it.
                field.ReplaceWith(Deleted(content.Elements()));
                break;
            case Edit.Reformat:
                Split(content);
                break;
            case Edit.Move:
                field.Remove();
                elsewhere.Add(field);
                break;
            case Edit.TypeBeside:
                paragraph.Add(Run(text));
                break;
            case Edit.TypeBesideTracked:
                paragraph.Add(Tracked("ins", Run(text)));
                break;
            case Edit.TypeInAField:
                paragraph.Add(new XElement(W + "fldSimple", new XAttribute(W + "instr", " QUOTE x "), Run(text)));
                break;
            default:
                Join(paragraph);
                break;
        }
    }

    private void Join(XElement paragraph)
    {
        var properties = paragraph.Element(W + "pPr");
        if (properties is null)
        {
            paragraph.AddFirst(properties = new XElement(W + "pPr"));
        }

        properties.Elements(W + "rPr").Remove();
        properties.Add(new XElement(W + "rPr", Tracked("del")));
    }

    private static void Split(XElement content)
    {
        foreach (var run in content.Elements(W + "r").Where(run => run.Elements(W + "t").Any(text => text.Value.Length > 1)).Take(1).ToList())
        {
            var text = run.Elements(W + "t").First(text => text.Value.Length > 1);
            var bold = new XElement(run);
            var rest = new XElement(run);
            bold.Elements(W + "t").First(part => part.Value == text.Value).ElementsAfterSelf().Remove();
            var (half, other) = (bold.Elements(W + "t").Last(), rest.Elements(W + "t").First(part => part.Value == text.Value));
            other.ElementsBeforeSelf().Where(part => part.Name != W + "rPr").Remove();
            half.Value = text.Value[..1];
            other.Value = text.Value[1..];
            half.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            other.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            bold.Element(W + "rPr")?.Remove();
            bold.AddFirst(new XElement(W + "rPr", new XElement(W + "b")));
            run.ReplaceWith(bold, rest);
        }
    }

    private static XElement Run(string text) => new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private XElement Deleted(IEnumerable<XElement> runs)
    {
        var deleted = Tracked("del", [.. runs.Select(run => new XElement(run))]);
        foreach (var text in deleted.Descendants(W + "t"))
        {
            text.Name = W + "delText";
        }

        return deleted;
    }

    private XElement Tracked(string name, params IEnumerable<XElement> runs) => new(
        W + name, new XAttribute(W + "id", ++_id), new XAttribute(W + "author", "Counsel of the other side"), new XAttribute(W + "date", "2027-02-03T04:05:00Z"), runs);
}
