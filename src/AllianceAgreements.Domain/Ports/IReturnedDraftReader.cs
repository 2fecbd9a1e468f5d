namespace AllianceAgreements.Domain.Ports;

/// <summary>Reads a draft that comes back edited, by what it carries: its terms, and its fields as they were filled.</summary>
public interface IReturnedDraftReader
{
    /// <summary>What was changed; null when the file does not carry what a draft carries, because it is none or a program dropped it.</summary>
    /// <param name="document">The file, a <c>.docx</c> package.</param>
    /// <exception cref="InvalidDataException">The file is not a Word document, or it is damaged; says what is wrong.</exception>
    ReturnedDraft? Read(ReadOnlyMemory<byte> document);
}

/// <summary>
/// A draft that came back. All of it is what the file says, and whoever edited the file could edit that, too: it helps to read the
/// file and is no evidence. What counts is the revision in the record.
/// </summary>
/// <param name="Reference">The agreement's reference.</param>
/// <param name="Revision">The revision that was sent out.</param>
/// <param name="Terms">The terms it was drafted from; see <see cref="Domain.Terms.AgreementTerms.FromStored"/>.</param>
/// <param name="ChangedFields">The fields whose text is another now, in the order of the text.</param>
/// <param name="IsTextChanged">
/// Whether text outside the fields changed, in the agreement or its notes. Spaces do not count, nor does formatting, nor what Word
/// works out itself, such as numbers, references and the contents page.
/// </param>
public sealed record ReturnedDraft(
    string Reference, int Revision, ReadOnlyMemory<byte> Terms, IReadOnlyList<ChangedField> ChangedFields, bool IsTextChanged);

/// <summary>A field whose text was changed in a draft.</summary>
/// <param name="Path">The field, by its path in the terms ("parties[1].legalName").</param>
/// <param name="Was">Its text as drafted.</param>
/// <param name="Is">Its text now; null when it is gone.</param>
public sealed record ChangedField(string Path, string Was, string? Is);
