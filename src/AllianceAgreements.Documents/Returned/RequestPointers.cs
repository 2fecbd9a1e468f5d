using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Finds what a field shows in the request that it was drafted from.</summary>
internal sealed partial class RequestPointers
{
    private readonly JsonElement _request;
    private readonly AgreementFields? _fields;

    /// <summary>The pointers of terms; none without terms.</summary>
    public RequestPointers(AgreementTerms? terms)
    {
        if (terms is not null)
        {
            _request = JsonElement.Parse(terms.ToUtf8Json());
            _fields = new AgreementFields(terms.Request, reference: "", revision: 0);
        }
    }

    /// <summary>The JSON Pointer of what a field shows; null when it shows no single value of the request.</summary>
    /// <param name="path">The field's path ("lead.address.city").</param>
    public string? Find(string path)
    {
        if (_fields is null || !Path().IsMatch(path))
        {
            return null;
        }

        string[] written = [.. Segment().Matches(path).Select(segment => segment.Value)];
        return Translate(written, _fields) is { } segments && Exists(segments) ? string.Concat(segments.Select(segment => $"/{segment}")) : null;
    }

    /// <summary>What templates name otherwise than the request does.</summary>
    private static string[]? Translate(string[] path, AgreementFields fields) => path switch
    {
        ["lead", .. var rest] => OfParty(fields, fields.Lead, rest),
        ["partners", var index, .. var rest] => At(fields.Partners, index) is { } partner ? OfParty(fields, partner, rest) : null,
        ["signatories", var index, "party", .. var rest] => At(fields.Signatories, index) is { } signatory ? OfParty(fields, signatory.Party, rest) : null,
        ["signatories", var index, .. var rest] => At(fields.Signatories, index) is { } signatory ? OfParty(fields, signatory.Party, ["signatory", .. rest]) : null,
        ["ledgerByParty", var index, "party"] => At(fields.LedgerByParty, index) is { Rows: [var row, ..] } ? OfRow(fields, row, ["party"]) : null,
        ["ledgerByParty", var index, "rows", var row, .. var rest] => At(fields.LedgerByParty, index) is { } ledger && At(ledger.Rows, row) is { } contribution
            ? OfRow(fields, contribution, rest)
            : null,
        _ => path,
    };

    private static string[] OfParty(AgreementFields fields, PartyFields party, string[] rest) =>
        ["parties", IndexOf(fields.Request.Parties, party.Party), .. rest];

    private static string[] OfRow(AgreementFields fields, ResourceContribution row, string[] rest) =>
        ["resourceLedger", IndexOf(fields.Request.ResourceLedger, row), .. rest];

    /// <summary>Two rows of a ledger may say the same; they are two all the same.</summary>
    private static string IndexOf<T>(IReadOnlyList<T> list, T item) where T : class =>
        list.Index().First(entry => ReferenceEquals(entry.Item, item)).Index.ToString(CultureInfo.InvariantCulture);

    private static T? At<T>(IReadOnlyList<T> list, string index) where T : class =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count ? list[at] : null;

    /// <summary>Whether the request has such a value, or could have: the last name may be that of a field that it leaves out.</summary>
    private bool Exists(string[] segments)
    {
        var value = _request;
        for (var index = 0; index < segments.Length; index++)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Array when int.TryParse(segments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < value.GetArrayLength():
                    value = value[at];
                    break;
                case JsonValueKind.Object when value.TryGetProperty(segments[index], out var inner):
                    value = inner;
                    break;
                case JsonValueKind.Object when index > 0 && index == segments.Length - 1:
                    return true;
                default:
                    return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\A\w+(\[[0-9]+\]|\.\w+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Segment();
}
