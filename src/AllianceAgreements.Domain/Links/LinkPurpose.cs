namespace AllianceAgreements.Domain.Links;

/// <summary>What a link lets its holder do.</summary>
public enum LinkPurpose
{
    /// <summary>Read a revision and decide on it.</summary>
    Review,

    /// <summary>Download the approved revision and hand in a signed copy.</summary>
    Sign,
}
