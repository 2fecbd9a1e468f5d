using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;

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

        var isChanged = document.Hash != carried.TextHash || FieldComparison.IsReordered(carried.DraftedFields, document.Fields);
        return new ReturnedDraft(
            carried.Reference, carried.Revision, carried.Terms, carried.TextHash, document.AreFieldsMarked,
            document.AreFieldsMarked ? FieldComparison.Run(carried, carried.DraftedFields, document.Fields, PointersOf(carried)) : [], isChanged);
    }

    /// <inheritdoc/>
    public DraftChanges Compare(ReadOnlyMemory<byte> drafted, ReadOnlyMemory<byte> returned)
    {
        var before = ReadDocument.Open(drafted);
        var carried = before.Carried ?? throw new InvalidDataException("The draft to compare with carries nothing of what a draft carries; give the file as it was sent out.");
        var after = ReadDocument.Open(returned, carried);
        ResultCheck.Run(before, after);
        if (!after.AreFieldsMarked)
        {
            return new DraftChanges(AreFieldsMarked: false, [], TextComparison.Run(before.Paragraphs, after.Paragraphs, paragraph => paragraph.FullKey));
        }

        return new DraftChanges(
            AreFieldsMarked: true,
            FieldComparison.Run(carried, before.Fields, after.Fields, PointersOf(carried)),
            TextComparison.Run(before.Paragraphs, after.Paragraphs, paragraph => paragraph.FieldKey));
    }

    // Anybody may have written the terms that a file carries, so nothing is worked out from them unless they are valid.
    private static RequestPointers PointersOf(CarriedPart carried) =>
        new(AgreementIntake.Read(carried.Terms) is IntakeResult.Accepted accepted ? accepted.Terms : null);
}
