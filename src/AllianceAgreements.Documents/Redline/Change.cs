namespace AllianceAgreements.Documents.Redline;

/// <summary>What became of a piece of the documents.</summary>
internal enum Change
{
    /// <summary>It stands in both.</summary>
    None,

    /// <summary>It stands in the newer document alone.</summary>
    Inserted,

    /// <summary>It stands in the older document alone.</summary>
    Deleted,
}
