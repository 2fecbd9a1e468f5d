using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Values;

/// <summary>What one party contributes.</summary>
internal sealed class LedgerFields
{
    private LedgerFields(string party, IReadOnlyList<ResourceContribution> rows)
    {
        Party = party;
        Rows = rows;
        Totals = Total(rows);
    }

    /// <summary>The party's short name.</summary>
    public string Party { get; }

    /// <summary>The value of its contributions, a total for each currency, by first appearance.</summary>
    public IReadOnlyList<CurrencyTotal> Totals { get; }

    /// <summary>Its rows of the ledger.</summary>
    public IReadOnlyList<ResourceContribution> Rows { get; }

    /// <summary>The total of each currency, by first appearance.</summary>
    public static IReadOnlyList<CurrencyTotal> Total(IReadOnlyList<ResourceContribution> rows) =>
    [
        .. rows.GroupBy(row => row.Value.Currency, StringComparer.Ordinal).Select(group => new CurrencyTotal(
            group.Key, new Money { Amount = group.Sum(row => row.Value.Amount), Currency = group.Key })),
    ];

    /// <summary>The rows of each party that has any, in the order of the parties.</summary>
    public static IReadOnlyList<LedgerFields> Group(AgreementRequest request)
    {
        var rows = request.ResourceLedger.ToLookup(row => row.Party, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. request.Parties.Where(party => rows.Contains(party.ShortName))
                .Select(party => new LedgerFields(party.ShortName, [.. rows[party.ShortName]])),
        ];
    }
}

/// <summary>A total in one currency.</summary>
/// <param name="Currency">The currency (ISO 4217).</param>
/// <param name="Total">The sum of the values in it.</param>
internal sealed record CurrencyTotal(string Currency, Money Total);
