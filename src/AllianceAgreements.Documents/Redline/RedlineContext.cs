using AllianceAgreements.Documents.Redline.CarryOver;

namespace AllianceAgreements.Documents.Redline;

/// <summary>What the parts of one comparison share.</summary>
internal sealed class RedlineContext(RevisionMarks marks, NotePairs notes)
{
    public KeyTable Keys { get; } = new();

    public RevisionMarks Marks { get; } = marks;

    public WholeMarker Marker { get; } = new(marks);

    public PropertyChanges Properties { get; } = new(marks);

    public NotePairs Notes { get; } = notes;
}
