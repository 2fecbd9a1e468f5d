using System.Xml.Linq;

namespace AllianceAgreements.Documents.Redline;

/// <summary>
/// Attributes that elements bear while two documents are compared, to be known again in the redline. They are no part of it: both
/// documents are read without this namespace, and the redline is written without it.
/// </summary>
internal static class Origins
{
    private static readonly XNamespace Namespace = "urn:alliance-agreements:redline";

    /// <summary>On a section: which one it is of the older document.</summary>
    public static readonly XName SectionBefore = Namespace + "before";

    /// <summary>On a section: which one it is of the newer document.</summary>
    public static readonly XName SectionAfter = Namespace + "after";

    /// <summary>On the reference to a comment: who made the comment, and when. A comment of somebody else is another one.</summary>
    public static readonly XName Comment = Namespace + "comment";

    /// <summary>Takes them off.</summary>
    public static void Clear(XElement root) =>
        root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.Namespace == Namespace).Remove();
}
