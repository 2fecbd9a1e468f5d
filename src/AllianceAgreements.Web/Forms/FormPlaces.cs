namespace AllianceAgreements.Web.Forms;

/// <summary>Every part of a form, by its path.</summary>
internal static class FormPlaces
{
    /// <summary>The parts of the form that shows a draft; the empty path is the whole.</summary>
    public static IReadOnlyDictionary<string, FormPlace> Of(RequestDraft draft)
    {
        var places = new Dictionary<string, FormPlace>(StringComparer.Ordinal);
        Add(places, "", "", RequestSchema.Root, draft.Root);
        return places;
    }

    private static void Add(Dictionary<string, FormPlace> places, string path, string outer, RequestField field, DraftNode node)
    {
        var title = path.Length == 0 ? "" : Join(outer, field.Label);
        places[path] = new FormPlace(path.Length == 0 ? field.Label : title, places.Count);
        switch (field, node)
        {
            case (GroupField group, DraftGroup fields):
                foreach (var child in group.Fields)
                {
                    Add(places, FieldPath.Field(path, child.Name), title, child, fields.Fields[child.Name]);
                }

                break;
            case (RowsField list, DraftRows rows):
                foreach (var (index, row) in rows.Rows.Index())
                {
                    // The row's own label says what the list is called.
                    Add(places, FieldPath.Row(path, index), outer, list.Row with { Label = $"{list.Row.Label} {index + 1}" }, row);
                }

                break;
            default:
                break;
        }
    }

    private static string Join(string outer, string label) => outer.Length == 0 ? label : $"{outer}, {char.ToLowerInvariant(label[0])}{label[1..]}";
}

/// <summary>A part of a form.</summary>
/// <param name="Title">What it is called, from the outside in.</param>
/// <param name="Order">Its place among all parts.</param>
internal sealed record FormPlace(string Title, int Order);
