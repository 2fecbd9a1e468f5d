namespace AllianceAgreements.Documents.Redline.Headers;

/// <summary>A header or footer that a section of the redline shows.</summary>
/// <param name="Before">The part of the older document; null when its section shows none, or is not there.</param>
/// <param name="After">The part of the newer document; null when its section shows none, or is not there.</param>
/// <param name="IsRevised">Whether the section is in both documents. The header of one that comes or goes does so with it, unmarked.</param>
internal sealed record HeaderPair(string? Before, string? After, bool IsRevised);
