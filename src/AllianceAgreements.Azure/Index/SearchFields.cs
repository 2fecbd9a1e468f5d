using AllianceAgreements.Domain.Ports;
using Azure.Data.Tables;

namespace AllianceAgreements.Azure.Index;

/// <summary>
/// What a row is searched by, in a few short properties, so that a scan reads these instead of whole rows. Tables compare, but cannot tell
/// whether one text is within another.
/// </summary>
internal sealed record SearchFields(string Status, string Form, string Text, string Parties)
{
    private const char Separator = '\u001f';

    /// <summary>The properties a scan reads.</summary>
    public static IReadOnlyList<string> Properties { get; } =
        [AgreementRow.PartitionKey, AgreementRow.RowKey, nameof(Status), nameof(Form), nameof(Text), nameof(Parties)];

    public static SearchFields Of(AgreementSummary summary) => new(
        summary.Status.ToString(), summary.Form.ToString(), Fold($"{summary.Reference}{Separator}{summary.Title}"),
        Fold($"{Separator}{string.Join(Separator, summary.Parties)}{Separator}"));

    public static SearchFields Read(TableEntity row) => new(
        row.GetString(nameof(Status)), row.GetString(nameof(Form)), row.GetString(nameof(Text)), row.GetString(nameof(Parties)));

    /// <summary>Whether a query narrows the list by any of them.</summary>
    public static bool Narrow(AgreementQuery query) =>
        query.Status is not null || query.Form is not null || !string.IsNullOrEmpty(query.Text) || !string.IsNullOrEmpty(query.Party);

    public void WriteTo(TableEntity row)
    {
        row[nameof(Status)] = Status;
        row[nameof(Form)] = Form;
        row[nameof(Text)] = Text;
        row[nameof(Parties)] = Parties;
    }

    /// <summary>Whether it meets every criterion but when it is due.</summary>
    public bool Match(AgreementQuery query) =>
        (query.Status is null || Status == query.Status.ToString())
        && (query.Form is null || Form == query.Form.ToString())
        && (string.IsNullOrEmpty(query.Text) || Contain(Fold(query.Text)))
        && (string.IsNullOrEmpty(query.Party) || Parties.Contains($"{Separator}{Fold(query.Party)}{Separator}", StringComparison.Ordinal));

    private static string Fold(string text) => text.ToLowerInvariant();

    private bool Contain(string text) => Text.Contains(text, StringComparison.Ordinal) || Parties.Contains(text, StringComparison.Ordinal);
}
