namespace AllianceAgreements.Domain.Ports;

/// <summary>Reads a draft that comes back edited: which fields are others now, and where other text was changed. Tracked changes count as accepted.</summary>
public interface IReturnedDraftReader
{
    /// <summary>What a file says of itself, by what every draft carries. Null when it carries nothing, because it is no draft or a program dropped it.</summary>
    /// <remarks>
    /// Whoever edited the file could edit that, too: it helps to find out which draft this is and is no evidence. Where the draft that was sent
    /// out is at hand, <see cref="Compare"/> with it.
    /// </remarks>
    /// <param name="returned">The file, a <c>.docx</c> package.</param>
    /// <exception cref="InvalidDataException">The file is not a Word document, it is damaged, or it shows what is not in its text, such as another file; says what is wrong.</exception>
    ReturnedDraft? Read(ReadOnlyMemory<byte> returned);

    /// <summary>What the other side changed in a draft. Nothing is believed of the returned file but the text that it shows.</summary>
    /// <param name="drafted">The draft as it was sent out.</param>
    /// <param name="returned">The file that came back, a <c>.docx</c> package.</param>
    /// <exception cref="InvalidDataException">A file is not a Word document, or it is damaged, or <paramref name="drafted"/> is no draft; says what is wrong.</exception>
    DraftChanges Compare(ReadOnlyMemory<byte> drafted, ReadOnlyMemory<byte> returned);
}

/// <summary>What a draft that came back says of itself.</summary>
/// <param name="Reference">The agreement's reference.</param>
/// <param name="Revision">The revision that was sent out.</param>
/// <param name="Terms">The terms it was drafted from; see <see cref="Domain.Terms.AgreementTerms.FromStored"/>.</param>
/// <param name="TextFingerprint">The SHA-256 of the draft's text outside its fields, in hexadecimal: two drafts of the same terms with the same fingerprint say the same.</param>
/// <param name="AreFieldsMarked">Whether fields can be told from other text; not when a program that saved the file dropped all content controls.</param>
/// <param name="ChangedFields">The places where a field says something else now, in the order of the text; those that are gone last. None when fields cannot be told.</param>
/// <param name="IsTextChanged">
/// Whether text outside the fields changed, or the order of the fields, in the agreement or its notes. Spaces do not count, nor does
/// formatting, nor what Word works out itself, such as numbers, references and the contents page. Headers and footers are not looked at.
/// True when fields cannot be told.
/// </param>
public sealed record ReturnedDraft(
    string Reference, int Revision, ReadOnlyMemory<byte> Terms, string TextFingerprint, bool AreFieldsMarked,
    IReadOnlyList<ChangedField> ChangedFields, bool IsTextChanged);

/// <summary>What was changed in a draft.</summary>
/// <param name="AreFieldsMarked">
/// Whether fields can be told from other text; not when a program that saved the file dropped all content controls. Then everything that changed is among the texts.
/// </param>
/// <param name="Fields">The places where a field says something else now, in the order of the text; those that are gone last.</param>
/// <param name="Texts">
/// The paragraphs whose text outside the fields changed, or that fields were moved to, in the order of the text: those of the agreement, its notes,
/// its headers and footers. Spaces do not count, nor does formatting, nor what Word works out itself: references, pages and the contents page,
/// as long as they show what they were sent out with or what the returned file gives. One of them more or less is a change, so a paragraph may read as it did.
/// </param>
public sealed record DraftChanges(bool AreFieldsMarked, IReadOnlyList<ChangedField> Fields, IReadOnlyList<ChangedText> Texts)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Fields.Count + Texts.Count == 0;
}

/// <summary>A place where a field's text was changed in a draft.</summary>
/// <param name="Path">The field as templates name it ("parties[1].legalName", "lead.shortName").</param>
/// <param name="Pointer">
/// What it shows of the request, as a JSON Pointer (RFC 6901, "/parties/1/legalName"); null when it is worked out from several values,
/// such as a total, or is no value of the request.
/// </param>
/// <param name="Was">Its text as drafted.</param>
/// <param name="Is">Its text now; null when it is gone from there.</param>
/// <param name="Place">The clause it stands in ("Section 10.2(a)"), by the numbers of the returned file, or, when it is gone, of the draft if that is at hand; null where nothing is known, or before the first number.</param>
public sealed record ChangedField(string Path, string? Pointer, string Was, string? Is, string? Place);

/// <summary>A paragraph whose text was changed in a draft.</summary>
/// <param name="Place">The clause it stands in, by the numbers of the returned file, or of the draft when it is gone; null before the first number.</param>
/// <param name="Was">Its text as drafted; null when it is new.</param>
/// <param name="Is">Its text now; null when it is gone.</param>
public sealed record ChangedText(string? Place, string? Was, string? Is);
