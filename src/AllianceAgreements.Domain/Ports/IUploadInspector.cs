namespace AllianceAgreements.Domain.Ports;

/// <summary>Looks into uploaded files before anything trusts them.</summary>
public interface IUploadInspector
{
    /// <summary>The largest file accepted, in bytes.</summary>
    int MaximumBytes { get; }

    /// <summary>What a file is, judged by its content alone, or why it is refused.</summary>
    UploadInspection Inspect(ReadOnlyMemory<byte> content);
}

/// <summary>What came of an inspection.</summary>
public abstract record UploadInspection
{
    private UploadInspection()
    {
    }

    /// <summary>The file is of a kind that can be a signed copy.</summary>
    public sealed record Accepted(UploadKind Kind) : UploadInspection;

    /// <summary>The file is refused.</summary>
    /// <param name="Message">Why, and what would be right, for the person who uploaded it.</param>
    public sealed record Refused(string Message) : UploadInspection;
}

/// <summary>Kinds of file that can be a signed copy.</summary>
public enum UploadKind
{
    /// <summary>Portable Document Format (ISO 32000).</summary>
    Pdf,

    /// <summary>Office Open XML word processing document (ECMA-376).</summary>
    Docx,
}
