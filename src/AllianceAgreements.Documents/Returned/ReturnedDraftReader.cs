using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Reads drafts that come back by the fields that every draft carries.</summary>
internal sealed class ReturnedDraftReader : IReturnedDraftReader
{
    /// <inheritdoc/>
    public ReturnedDraft? Read(ReadOnlyMemory<byte> returned)
    {
        var document = ReadDocument.Open(returned);
        if (document.Carried is not { } carried)
        {
            return null;
        }

        // Anybody may have written these terms, so nothing is worked out from them unless they are valid.
        var terms = AgreementIntake.Read(carried.Terms) is IntakeResult.Accepted accepted ? accepted.Terms : null;
        var isChanged = document.Hash != carried.TextHash || FieldComparison.IsReordered(carried.DraftedFields, document.Fields);
        return new ReturnedDraft(
            carried.Reference, carried.Revision, carried.Terms, carried.TextHash, document.AreFieldsMarked,
            document.AreFieldsMarked ? FieldComparison.Run(carried, carried.DraftedFields, document.Fields, new RequestPointers(terms)) : [], isChanged);
    }

    /// <inheritdoc/>
    public DraftChanges Compare(ReadOnlyMemory<byte> drafted, ReadOnlyMemory<byte> returned)
    {
        var before = ReadDocument.Open(drafted);
        var carried = before.Carried ?? throw new ArgumentException("The file carries nothing of what a draft carries.", nameof(drafted));
        var after = ReadDocument.Open(returned, carried);
        if (!after.AreFieldsMarked)
        {
            return new DraftChanges(AreFieldsMarked: false, [], TextComparison.Run(before.Paragraphs, after.Paragraphs, paragraph => paragraph.FullKey));
        }

        var pointers = new RequestPointers(AgreementTerms.FromStored(carried.Terms));
        return new DraftChanges(
            AreFieldsMarked: true,
            FieldComparison.Run(carried, before.Fields, after.Fields, pointers),
            TextComparison.Run(before.Paragraphs, after.Paragraphs, paragraph => paragraph.FieldKey));
    }
}
