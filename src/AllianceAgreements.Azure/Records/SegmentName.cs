using System.Globalization;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Azure.Records;

/// <summary>
/// What a segment's blob is called: <c>{agreement}/{number, five digits}.jsonl</c>, so that a listing tells a record's segments one after
/// the other.
/// </summary>
internal readonly record struct SegmentName(AgreementId Agreement, int Number)
{
    private const string Extension = ".jsonl";
    private const int Digits = 5;

    public override string ToString() => $"{Agreement}/{Number:D5}{Extension}";

    public static SegmentName? TryParse(string blob) =>
        blob.Split('/') is [var agreement, { Length: Digits + 6 } file]
        && AgreementId.TryParse(agreement, out var id)
        && file.EndsWith(Extension, StringComparison.Ordinal)
        && int.TryParse(file.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SegmentName(id, number)
            : null;
}
