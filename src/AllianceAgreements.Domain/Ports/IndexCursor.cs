using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Ports;

/// <summary>What the pages of an index are in order of.</summary>
public enum IndexOrder
{
    /// <summary>By <see cref="AgreementSummary.StartedAt"/>, the most recent first.</summary>
    Started = 1,

    /// <summary>By <see cref="AgreementSummary.NextDue"/>, the earliest first.</summary>
    Due = 2,
}

/// <summary>
/// The agreement that a page of an index ended with, and the next page begins after. A moment and an id, not a count of rows, so that
/// agreements that come and go between two pages shift nothing.
/// </summary>
/// <param name="Order">What the pages are in order of.</param>
/// <param name="Ticks">The moment that is the agreement's place in that order, in UTC ticks.</param>
/// <param name="Id">That agreement.</param>
public readonly record struct IndexCursor(IndexOrder Order, long Ticks, AgreementId Id)
{
    private const int MaximumLength = 100;
    /// <summary>Where a query goes on; null from the beginning. For those who implement an index.</summary>
    /// <exception cref="ArgumentException">A criterion is out of its range.</exception>
    /// <exception cref="FormatException">The continuation token is not one of such a query.</exception>
    public static IndexCursor? Of(AgreementQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Top is < 1 or > AgreementQuery.MaximumTop)
        {
            throw new ArgumentException($"A page has 1 to {AgreementQuery.MaximumTop} rows.", nameof(query));
        }

        if (query.Text?.Length > AgreementQuery.MaximumText || query.Party?.Length > AgreementQuery.MaximumText)
        {
            throw new ArgumentException($"A text or party to look for has at most {AgreementQuery.MaximumText} characters.", nameof(query));
        }

        return query.Continuation is { } token ? Parse(token, query.Order) : null;
    }

    /// <summary>Where a page of such a query ended.</summary>
    public static IndexCursor After(IndexOrder order, AgreementSummary last)
    {
        ArgumentNullException.ThrowIfNull(last);
        var at = order == IndexOrder.Due
            ? last.NextDue ?? throw new ArgumentException("What is not due has no place in the order of what is due.", nameof(last))
            : last.StartedAt;
        return new IndexCursor(order, at.UtcTicks, last.Id);
    }

    /// <summary>Reads a continuation token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="order">What the pages are in order of.</param>
    /// <exception cref="FormatException">It is not one, or one of pages in another order.</exception>
    public static IndexCursor Parse(string token, IndexOrder order)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Length <= MaximumLength
            && Decode(token).Split(' ') is [var kind, var moment, var id]
            && kind == Kind(order)
            && long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && AgreementId.TryParse(id, out var agreement)
            ? new IndexCursor(order, ticks, agreement)
            : throw new FormatException("This is not a continuation token. Take the one that came with the page before.");
    }

    /// <summary>The continuation token.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Kind(Order)} {Ticks} {Id}"));

    private static string Kind(IndexOrder order) => ((int)order).ToString(CultureInfo.InvariantCulture);

    private static string Decode(string token)
    {
        Span<byte> bytes = stackalloc byte[MaximumLength];
        return Base64Url.DecodeFromChars(token, bytes, out _, out var written) == OperationStatus.Done ? Encoding.ASCII.GetString(bytes[..written]) : "";
    }
}
