using System.Xml.Linq;
using AllianceAgreements.Documents.Preview.Numbering;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Tells the clause that each paragraph of a file stands in, as a reference to it is written ("Section 10.2(a)").</summary>
internal sealed class PlaceCounter(OpenedDocument document)
{
    private readonly ClauseNumbering _numbering = document.CreateNumbering();

    /// <summary>The clause of the last paragraph; null before the first number.</summary>
    public string? Current { get; private set; }

    /// <summary>The number of the last paragraph as references show it; null when it has none.</summary>
    public ReferenceNumber? Reference { get; private set; }

    /// <summary>The number of the last paragraph as it is shown; empty when it has none.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Whether a paragraph's mark was deleted with tracked changes, so that it is one with the next, whose number counts.</summary>
    public static bool IsOneWithNext(XElement paragraph) =>
        paragraph.WordChild("pPr")?.WordChild("rPr")?.Elements().Any(mark => mark.IsWord && mark.Name.LocalName is "del" or "moveFrom") is true;

    /// <summary>The clause of the next paragraph.</summary>
    public string? Next(XElement paragraph)
    {
        (Reference, Number) = (null, "");
        if (!IsOneWithNext(paragraph) && ParagraphFormat.Count(paragraph, document.Styles, _numbering) is { } counted && !counted.Instance.List[counted.Level].IsBullet)
        {
            Reference = ReferenceNumber.Of(counted);
            (Current, Number) = (Reference.InFull, counted.TextOf(counted.Level));
        }

        return Current;
    }
}
