using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>The file names people see.</summary>
public static class DocumentNames
{
    /// <summary>The media type of a Word document.</summary>
    public const string WordMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The name of a draft.</summary>
    public static string Draft(AgreementState state, int revision)
    {
        ArgumentNullException.ThrowIfNull(state);
        return $"{state.Reference} revision {revision}.docx";
    }

    /// <summary>The name of the changes from one draft to another.</summary>
    public static string Redline(AgreementState state, int revision, int since)
    {
        ArgumentNullException.ThrowIfNull(state);
        return $"{state.Reference} revision {revision} changes since revision {since}.docx";
    }

    /// <summary>The name of a signed copy.</summary>
    public static string SignedCopy(AgreementState? state, string signatory, UploadKind kind)
    {
        var party = state?.Signing?.Find(signatory)?.Person.Party ?? signatory;
        var safe = string.Concat(party.Select(character => char.IsLetterOrDigit(character) ? character : '-')).Trim('-');
        return $"{state?.Reference} signed by {safe}.{(kind == UploadKind.Pdf ? "pdf" : "docx")}";
    }

    /// <summary>The media type of a document, by the name it was given here.</summary>
    public static string MediaTypeOf(DocumentReference document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Path.GetExtension(document.Name) switch
        {
            ".pdf" => "application/pdf",
            ".json" => "application/json",
            _ => WordMediaType,
        };
    }
}
