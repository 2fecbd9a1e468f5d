using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Html;

namespace AllianceAgreements.Documents.Preview.Tables;

/// <summary>How rows and cells that were changed are shown, and what is read out of them.</summary>
internal static class CellChange
{
    private static readonly ClassName[] Inserted = [ClassName.Inserted];
    private static readonly ClassName[] Deleted = [ClassName.Deleted];
    private static readonly ClassName[] Reformatted = [ClassName.Reformatted];

    /// <summary>The classes of a row or cell. What came or went need not be said to look otherwise.</summary>
    public static ClassName[] ClassesOf(InlineFormat change) =>
        change.HasFlag(InlineFormat.Deleted) ? Deleted
        : change.HasFlag(InlineFormat.Inserted) ? Inserted
        : change.HasFlag(InlineFormat.Reformatted) ? Reformatted
        : [];

    /// <summary>What is read out at the beginning; empty when nothing was changed.</summary>
    /// <param name="change">What became of it.</param>
    /// <param name="what">"row" or "cell".</param>
    public static string WordsOf(InlineFormat change, string what) =>
        change.HasFlag(InlineFormat.Deleted) ? $"deleted {what}: "
        : change.HasFlag(InlineFormat.Inserted) ? $"inserted {what}: "
        : change.HasFlag(InlineFormat.Reformatted) ? $"{what} formatting changed: "
        : "";
}
