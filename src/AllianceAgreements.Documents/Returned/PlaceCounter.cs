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

    /// <summary>The clause of the next paragraph.</summary>
    public string? Next(XElement paragraph)
    {
        // A paragraph whose mark was deleted is one with the next, whose number counts.
        var isDeleted = paragraph.WordChild("pPr")?.WordChild("rPr")?.Elements().Any(mark => mark.IsWord && mark.Name.LocalName is "del" or "moveFrom") is true;
        if (!isDeleted && ParagraphFormat.Count(paragraph, document.Styles, _numbering) is { } counted && !counted.Instance.List[counted.Level].IsBullet)
        {
            Current = ReferenceNumber.Of(counted).InFull;
        }

        return Current;
    }
}
