using System.Globalization;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Azure.Index;

/// <summary>
/// Where the rows of the index are. A table knows one order only, that of its keys, so the order people and the sweep ask for is made of
/// the keys; what is sorted newest first counts down.
/// </summary>
/// <remarks>
/// A partition of the agreements is a month of starts, and one of what is due is a day. A page lies in one or two of them, and so does a
/// scan of thousands of rows; with smaller ones, each page would be gathered from many, which may be on many servers. Neither takes in
/// more than a few writes a second, of the 2,000 that a partition is good for (Azure Storage: scalability targets for tables).
/// </remarks>
internal static class IndexKeys
{
    private const int TicksLength = 19;
    private const int LastMonth = 119_999;

    /// <summary>Sorts right after every row key that begins like the text it ends.</summary>
    private const string Above = "~";

    /// <summary>The row of an agreement.</summary>
    public static RowAddress Agreement(AgreementId id, long startedAt)
    {
        var start = new DateTime(startedAt, DateTimeKind.Utc);
        return new RowAddress(
            string.Create(CultureInfo.InvariantCulture, $"{LastMonth - ((start.Year * 12) + start.Month):D6}"),
            $"{Ticks(DateTime.MaxValue.Ticks - startedAt)}_{id}");
    }

    /// <summary>Which agreement a row is of, and when that was started.</summary>
    public static (AgreementId Id, long StartedAt) ReadAgreement(string rowKey) =>
        (AgreementId.Parse(rowKey[(TicksLength + 1)..]), DateTime.MaxValue.Ticks - ReadTicks(rowKey));

    /// <summary>The row that says an agreement is due. The position keeps writers of different positions from touching each other's.</summary>
    public static RowAddress Due(AgreementId id, long due, long position) =>
        new(Day(due), string.Create(CultureInfo.InvariantCulture, $"{Ticks(due)}_{id}_{position}"));

    /// <summary>The row of this key.</summary>
    public static RowAddress Due(string rowKey) => new(Day(ReadTicks(rowKey)), rowKey);

    /// <summary>What a row says is due, when, and from which position of its record on.</summary>
    public static (AgreementId Id, long Due, long Position) ReadDue(string rowKey) =>
        rowKey.Split('_') is [var due, var id, var position]
            ? (AgreementId.Parse(id), ReadTicks(due), long.Parse(position, NumberStyles.None, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{rowKey}' is not the key of a row of what is due.");

    /// <summary>The row before which everything is due before a moment.</summary>
    public static RowAddress FirstDueAt(long moment) => new(Day(moment), Ticks(moment));

    /// <summary>The place after every row of an agreement that is due at a moment.</summary>
    public static RowAddress LastDueOf(AgreementId id, long due) => new(Day(due), $"{Ticks(due)}_{id}{Above}");

    /// <summary>The row that says how far an agreement is indexed; its partition spreads the agreements evenly.</summary>
    public static RowAddress Position(AgreementId id) => new(id.Value[..2], id.Value);

    private static long ReadTicks(string rowKey) => long.Parse(rowKey.AsSpan(0, TicksLength), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Day(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Ticks(long ticks) => ticks.ToString($"D{TicksLength}", CultureInfo.InvariantCulture);
}

/// <summary>The keys of a row.</summary>
internal readonly record struct RowAddress(string Partition, string Row);
