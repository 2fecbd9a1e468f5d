namespace AllianceAgreements.Web.Forms;

/// <summary>The guided form as somebody has filled it in so far. Keeps whatever was typed, right or wrong.</summary>
internal sealed record RequestDraft(DraftGroup Root)
{
    /// <summary>The most rows one list can have in the form; more than any list of a request may have.</summary>
    public const int MaximumRows = 1000;

    private const int PartiesAtLeast = 2;
    private const string PartiesName = "parties";

    /// <summary>An empty form with a first row wherever rows can be.</summary>
    public static RequestDraft Blank { get; } = new(WithSecondParty(BlankGroup(RequestSchema.Root, withRows: true)));

    /// <summary>The short names of the parties.</summary>
    public IReadOnlyList<string> PartyNames =>
        [.. Parties(Root).Rows.Select(party => party.TextOf("shortName").Trim()).Where(name => name.Length > 0).Distinct()];

    /// <summary>With one more, empty row at the end of a list; unchanged when there is no such list.</summary>
    public RequestDraft AddRow(string rowsPath) => new((DraftGroup)Change(RequestSchema.Root, Root, "", rowsPath, (field, rows) =>
        rows.Rows.Count < MaximumRows ? new DraftRows([.. rows.Rows, BlankGroup(field.Row, withRows: true)]) : rows));

    /// <summary>The path of the last row of a list; null when there is no such list, or it is empty.</summary>
    public string? LastRowOf(string rowsPath)
    {
        string? last = null;
        Change(RequestSchema.Root, Root, "", rowsPath, (_, rows) =>
        {
            last = rows.Rows.Count > 0 ? FieldPath.Row(rowsPath, rows.Rows.Count - 1) : null;
            return rows;
        });
        return last;
    }

    /// <summary>Without one row; unchanged when there is no such row.</summary>
    public RequestDraft RemoveRow(string rowPath) => FieldPath.TrySplitRow(rowPath, out var rowsPath, out var index)
        ? new((DraftGroup)Change(RequestSchema.Root, Root, "", rowsPath, (_, rows) =>
            index < rows.Rows.Count ? new DraftRows([.. rows.Rows.Where((_, place) => place != index)]) : rows))
        : this;

    /// <summary>Without the rows in which nothing is typed.</summary>
    public RequestDraft WithoutBlankRows() => new((DraftGroup)Prune(Root));

    internal static DraftGroup BlankGroup(GroupField group, bool withRows) =>
        new(group.Fields.ToDictionary(field => field.Name, field => BlankNode(field, withRows)));

    private static DraftNode BlankNode(RequestField field, bool withRows) => field switch
    {
        GroupField group => BlankGroup(group, withRows),
        RowsField rows => new DraftRows(withRows ? [BlankGroup(rows.Row, withRows)] : []),
        _ => new DraftValue(""),
    };

    private static DraftGroup WithSecondParty(DraftGroup root)
    {
        var parties = Parties(root);
        return new DraftGroup(new Dictionary<string, DraftNode>(root.Fields)
        {
            [PartiesName] = new DraftRows([.. Enumerable.Repeat(parties.Rows[0], PartiesAtLeast)]),
        });
    }

    private static DraftRows Parties(DraftGroup root) => (DraftRows)root.Fields[PartiesName];

    private static DraftNode Change(
        RequestField field, DraftNode node, string path, string target, Func<RowsField, DraftRows, DraftRows> change)
    {
        if (!target.StartsWith(path, StringComparison.Ordinal))
        {
            return node;
        }

        return (field, node) switch
        {
            (RowsField rowsField, DraftRows rows) when path == target => change(rowsField, rows),
            (RowsField rowsField, DraftRows rows) => new DraftRows(
                [.. rows.Rows.Select((row, index) => (DraftGroup)Change(rowsField.Row, row, FieldPath.Row(path, index), target, change))]),
            (GroupField groupField, DraftGroup group) => new DraftGroup(groupField.Fields.ToDictionary(
                child => child.Name,
                child => Change(child, group.Fields[child.Name], FieldPath.Field(path, child.Name), target, change))),
            _ => node,
        };
    }

    private static DraftNode Prune(DraftNode node) => node switch
    {
        DraftRows rows => new DraftRows([.. rows.Rows.Where(row => !row.IsBlank).Select(row => (DraftGroup)Prune(row))]),
        DraftGroup group => new DraftGroup(group.Fields.ToDictionary(field => field.Key, field => Prune(field.Value))),
        _ => node,
    };
}
