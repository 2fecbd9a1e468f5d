namespace AllianceAgreements.Documents.Templates.Merging;

/// <summary>What clauses are merged into.</summary>
internal sealed record MergeTarget(OutputPackage Package, StyleMerger Styles, ListMerger Lists);
