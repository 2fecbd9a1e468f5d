using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Returned;

/// <summary>Reads drafts that come back by what they carry.</summary>
internal sealed class ReturnedDraftReader : IReturnedDraftReader
{
    /// <inheritdoc/>
    public ReturnedDraft? Read(ReadOnlyMemory<byte> document)
    {
        var package = SafePackage.Open(document);
        if (CarriedPart.Find(package) is not { } carried)
        {
            return null;
        }

        var drafted = carried.Fields.GroupBy(field => FieldControl.TagOf(field.Path), StringComparer.Ordinal).ToList();
        using var hash = new TextHash();
        var text = new ReturnedText(drafted.Select(field => field.Key).ToHashSet(StringComparer.Ordinal), hash);
        package.Read(package.MainDocument, text.Read);
        foreach (var notes in new[] { "footnotes", "endnotes" })
        {
            if (package.RelationshipsOf(package.MainDocument).FirstOrDefault(link => link.Kind == notes && !link.IsExternal) is { } link && package.Contains(link.Target))
            {
                package.Read(link.Target, text.Read);
            }
        }

        var changed = drafted.SelectMany(field => Compare(field.First().Path, [.. field.Select(one => one.Text)], text.TextsOf(field.Key)));
        return new ReturnedDraft(carried.Reference, carried.Revision, carried.Terms, [.. changed.Distinct()], hash.Finish() != carried.TextHash);
    }

    /// <summary>Places of a field correspond in their order; where one was removed or copied, those that say something else do.</summary>
    private static IEnumerable<ChangedField> Compare(string path, List<string> was, IReadOnlyList<string> now)
    {
        if (was.Count == now.Count)
        {
            return was.Zip(now).Where(pair => pair.First != pair.Second).Select(pair => new ChangedField(path, pair.First, pair.Second));
        }

        var (lost, found) = (was.ToList(), now.ToList());
        found.RemoveAll(lost.Remove);
        found.RemoveAll(was.Contains);
        return lost.Select((text, index) => new ChangedField(path, text, found.ElementAtOrDefault(index)))
            .Concat(found.Skip(lost.Count).Select(text => new ChangedField(path, was[0], text)));
    }
}
