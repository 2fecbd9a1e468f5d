using System.Globalization;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering.Images;

/// <summary>The images of a draft: each is one part, however often it is placed, and one relationship of every part that shows it.</summary>
internal sealed class DraftImages
{
    private readonly SortedDictionary<string, Picture> _pictures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _links = new(PartName.Comparer);

    /// <summary>The number, from 1, of the relationship by which a part shows an image.</summary>
    public int Link(string part, Picture picture)
    {
        _pictures.TryAdd(picture.PartName, picture);
        if (!_links.TryGetValue(part, out var links))
        {
            _links.Add(part, links = []);
        }

        var index = links.IndexOf(picture.PartName);
        if (index < 0)
        {
            links.Add(picture.PartName);
            index = links.Count - 1;
        }

        return index + 1;
    }

    /// <summary>What a part shows, in the order of the numbers.</summary>
    public IReadOnlyList<string> LinksOf(string part) => _links.GetValueOrDefault(part) ?? [];

    /// <summary>The parts that hold the images, by name, without those that the template brings along itself.</summary>
    public IEnumerable<PackedPart> Pack(Func<string, bool> isThere) => _pictures.Values
        .Where(picture => !isThere(picture.PartName))
        .Select(picture => PackedPart.PackStored(picture.PartName, picture.Image.Content));

    /// <summary>The id of a relationship.</summary>
    public static string IdOf(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");
}
