namespace AllianceAgreements.Documents.Checking;

/// <summary>Kinds of fault in a template.</summary>
public enum TemplateFindingKind
{
    /// <summary>The file cannot be read, or not as a Word document.</summary>
    File,

    /// <summary>A tag names nothing, is not paired, formats what it cannot, or includes what is not there.</summary>
    Tag,

    /// <summary>A style that is not of the house style, or is defined otherwise there.</summary>
    Style,

    /// <summary>The text refers to a heading that is not there.</summary>
    Reference,

    /// <summary>A defined term is used and not defined, or defined and not used.</summary>
    Term,

    /// <summary>A tracked change that nobody has decided on.</summary>
    TrackedChange,

    /// <summary>A comment of an editor.</summary>
    Comment,

    /// <summary>Macros, or objects and controls that run programs.</summary>
    Macro,

    /// <summary>A link to something outside the file.</summary>
    Link,
}
