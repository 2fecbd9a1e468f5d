using AllianceAgreements.Documents.Preview.Numbering;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>A paragraph that cross-references mean.</summary>
/// <param name="Number">Its number; null when it has none.</param>
/// <param name="Start">Where it begins in the text of the draft.</param>
/// <param name="End">Where it ends.</param>
internal sealed record NumberedParagraph(CountedParagraph? Number, int Start, int End);
