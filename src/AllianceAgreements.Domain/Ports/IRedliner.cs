namespace AllianceAgreements.Domain.Ports;

/// <summary>Shows what changed between two Word documents: a pure function, the same input gives the same bytes.</summary>
public interface IRedliner
{
    /// <summary>
    /// The newer document with native tracked changes: accepting them all gives the newer document, rejecting them all the older one.
    /// Words are compared, with their formatting, paragraphs, lists, tables, footnotes, endnotes, headers, footers and comments; settings,
    /// document properties and custom XML, for which Word has no tracked changes, are those of the newer document. Text that was moved is
    /// deleted in one place and inserted in the other.
    /// </summary>
    /// <param name="before">The older document, a <c>.docx</c> package.</param>
    /// <param name="after">The newer document, a <c>.docx</c> package.</param>
    /// <param name="stamp">Who made the changes, and when.</param>
    /// <exception cref="InvalidDataException">One of them is not a Word document, or holds tracked changes that nobody has decided on.</exception>
    byte[] Compare(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, RedlineStamp stamp);
}

/// <summary>What every tracked change says of itself.</summary>
/// <param name="Author">Who made it, as Word shows it; at most 255 characters.</param>
/// <param name="Date">When; written in UTC, to the second.</param>
public sealed record RedlineStamp(string Author, DateTimeOffset Date);
