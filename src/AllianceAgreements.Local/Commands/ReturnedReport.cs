using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Local.Commands;

/// <summary>What was changed in a draft that came back, as it is printed.</summary>
/// <param name="File">The file.</param>
/// <param name="Reference">The agreement's reference.</param>
/// <param name="Revision">The revision that was sent out.</param>
/// <param name="AreFieldsMarked">Whether fields can be told from other text.</param>
/// <param name="Fields">The fields that say something else.</param>
/// <param name="IsTextChanged">Whether other text was changed.</param>
/// <param name="Texts">Where; null when the draft as it was sent out is not at hand.</param>
internal sealed record ReturnedReport(
    string File, string Reference, int Revision, bool AreFieldsMarked, IReadOnlyList<ChangedField> Fields, bool IsTextChanged, IReadOnlyList<ChangedText>? Texts)
{
    public bool IsChanged => Fields.Count > 0 || IsTextChanged;

    public static ReturnedReport Of(string file, ReturnedDraft sent, DraftChanges changes) =>
        new(file, sent.Reference, sent.Revision, changes.AreFieldsMarked, changes.Fields, changes.Texts.Count > 0, changes.Texts);

    public static ReturnedReport Of(string file, ReturnedDraft own) =>
        new(file, own.Reference, own.Revision, own.AreFieldsMarked, own.ChangedFields, own.IsTextChanged, Texts: null);

    public string ToText() => string.Join(Environment.NewLine, Lines());

    private IEnumerable<string> Lines()
    {
        yield return $"{File}: {PrintedText.Of(Reference)}, revision {Revision}: {Summary()}";
        if (!AreFieldsMarked)
        {
            yield return "  The program that saved the file dropped the marks of the fields, so fields that were changed are among the text.";
        }

        foreach (var field in Fields.GroupBy(field => field.Path, StringComparer.Ordinal))
        {
            yield return $"  {PrintedText.Of(field.Key)}";
            foreach (var (change, count) in field.GroupBy(change => change).Select(same => (same.Key, same.Count())))
            {
                var times = count > 1 ? $", {count} times" : "";
                yield return $"    {(change.Place is { } place ? PrintedText.Of(place) : change.Is is null ? "somewhere" : "at the beginning")}{(change.Is is null ? ", gone" : "")}{times}";
                yield return $"      was: {PrintedText.Of(change.Was)}";
                if (change.Is is not null)
                {
                    yield return $"      is:  {PrintedText.Of(change.Is)}";
                }
            }
        }

        foreach (var text in Texts ?? [])
        {
            var (was, now) = PrintedText.Difference(text.Was, text.Is);
            yield return $"  {(text.Place is { } place ? PrintedText.Of(place) : "At the beginning")}{(text.Was is null ? ", new" : text.Is is null ? ", gone" : "")}";
            foreach (var line in new[] { was is null ? null : $"    was: {was}", now is null ? null : $"    is:  {now}" }.OfType<string>())
            {
                yield return line;
            }
        }

        if (Texts is null && IsTextChanged)
        {
            yield return "  Where other text was changed cannot be told from the file alone, since today's templates make another draft of its terms; give the draft as it was sent out: --draft.";
        }
    }

    private string Summary()
    {
        if (!IsChanged)
        {
            return Texts is null ? "no change in its fields or text; headers and footers were not compared." : "no change.";
        }

        var fields = Fields.Select(field => field.Path).Distinct(StringComparer.Ordinal).Count();
        string[] parts =
        [
            .. fields > 0 ? [$"{fields} {(fields == 1 ? "field" : "fields")}"] : Array.Empty<string>(),
            .. Texts is { Count: > 0 } ? [$"{Texts.Count} {(Texts.Count == 1 ? "paragraph" : "paragraphs")} of {(AreFieldsMarked ? "other " : "")}text"] : Array.Empty<string>(),
            .. Texts is null && IsTextChanged ? [AreFieldsMarked ? "other text" : "what cannot be told"] : Array.Empty<string>(),
        ];
        return $"changed {string.Join(" and ", parts)}.";
    }
}
