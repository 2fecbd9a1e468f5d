using System.Text;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Azure.Tests.Records;

internal static class RecordTexts
{
    /// <summary>The line of an entry, as text.</summary>
    public static string Json(this RecordEntry entry) => Encoding.UTF8.GetString(entry.Line.Span);
}
