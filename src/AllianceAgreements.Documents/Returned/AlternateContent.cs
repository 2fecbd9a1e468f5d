using System.Xml.Linq;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Which of several versions of the same content is shown (ECMA-376 part 3, 7.6).</summary>
internal static class AlternateContent
{
    /// <summary>What word processors of our day understand, so that they show the version that requires it.</summary>
    private static readonly HashSet<string> Understood = new(StringComparer.Ordinal)
    {
        "http://schemas.microsoft.com/office/drawing/2010/main",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    };

    /// <summary>Whether an element is the version for readers that understand no other, and there is another that they understand.</summary>
    public static bool IsFallback(XElement element) =>
        element.Name.LocalName is "Fallback" && element.ElementsBeforeSelf().Any(version => version.Name.LocalName is "Choice" && IsUnderstood(version));

    private static bool IsUnderstood(XElement choice) => ((string?)choice.Attribute("Requires") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .All(prefix => choice.GetNamespaceOfPrefix(prefix) is { } required && Understood.Contains(required.NamespaceName));
}
