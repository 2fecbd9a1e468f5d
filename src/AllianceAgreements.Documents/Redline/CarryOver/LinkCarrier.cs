using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.CarryOver;

/// <summary>Gives one part of the redline the relationships (links, pictures) that text of the older document's part needs.</summary>
/// <param name="before">The older document.</param>
/// <param name="after">The newer document.</param>
/// <param name="package">The redline.</param>
/// <param name="partBefore">The part's name in the older document.</param>
/// <param name="partAfter">The part of the newer document that it is compared with; null when there is none.</param>
internal sealed class LinkCarrier(RedlineSource before, RedlineSource after, RedlinePackage package, string partBefore, string? partAfter)
{
    private readonly ILookup<string, PackageRelationship> _linksBefore =
        before.Package.RelationshipsOf(partBefore).ToLookup(link => link.Id, StringComparer.Ordinal);

    private readonly IReadOnlyList<PackageRelationship> _linksAfter = partAfter is null ? [] : after.Package.RelationshipsOf(partAfter);
    private readonly Dictionary<string, string> _mapped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackageRelationship> _carried = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _copied = new(PartName.Comparer);

    /// <summary>Lets what stands in the older part point to relationships of the redline's.</summary>
    public void Translate(XElement root)
    {
        foreach (var attribute in root.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == Word.Relationships))
        {
            attribute.Value = Map(attribute.Value);
        }
    }

    /// <summary>Adds those relationships that are only in the older document and that the redline uses.</summary>
    /// <param name="part">The part of the redline.</param>
    /// <param name="root">What is in it.</param>
    public void Complete(string part, XElement root)
    {
        if (_carried.Count == 0)
        {
            return;
        }

        var used = root.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == Word.Relationships)
            .Select(attribute => attribute.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, link) in _carried.Where(carried => used.Contains(carried.Key)))
        {
            package.AddLink(part, id, link.Kind, link.IsExternal ? link.Target : $"/{Copy(link.Target)}", link.IsExternal);
        }
    }

    private string Map(string id)
    {
        if (!_mapped.TryGetValue(id, out var mapped))
        {
            mapped = id;
            if (_linksBefore[id].FirstOrDefault() is { } link)
            {
                mapped = _linksAfter.FirstOrDefault(other => IsSame(link, other))?.Id ?? NextId();
                if (_linksAfter.All(other => other.Id != mapped))
                {
                    _carried.Add(mapped, link);
                }
            }

            _mapped.Add(id, mapped);
        }

        return mapped;
    }

    private bool IsSame(PackageRelationship link, PackageRelationship other) =>
        link.Kind == other.Kind && link.IsExternal == other.IsExternal
        && (link.IsExternal
            ? link.Target == other.Target
            : before.Package.Contains(link.Target) && after.Package.Contains(other.Target)
                && before.Package.ReadBytes(link.Target).AsSpan().SequenceEqual(after.Package.ReadBytes(other.Target)));

    private string NextId()
    {
        var number = _carried.Count;
        string id;
        do
        {
            id = string.Create(CultureInfo.InvariantCulture, $"rIdBefore{++number}");
        }
        while (_linksAfter.Any(link => link.Id == id));
        return id;
    }

    /// <summary>Copies a part with everything it points to; its name in the redline.</summary>
    private string Copy(string part)
    {
        if (_copied.TryGetValue(part, out var name))
        {
            return name;
        }

        var extension = Path.GetExtension(part);
        name = part;
        for (var number = 1; package.Contains(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{part[..^extension.Length]}-before{number}{extension}");
        }

        _copied.Add(part, name);
        package.AddPart(name, before.Package.ContentTypes.Of(part) ?? "application/octet-stream", before.Package.ReadBytes(part));
        foreach (var link in before.Package.RelationshipsOf(part))
        {
            package.AddLink(name, link.Id, link.Kind, link.IsExternal ? link.Target : $"/{Copy(link.Target)}", link.IsExternal);
        }

        return name;
    }
}
