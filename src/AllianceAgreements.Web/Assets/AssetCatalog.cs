using System.Collections.Frozen;
using System.Security.Cryptography;

namespace AllianceAgreements.Web.Assets;

/// <summary>The embedded styles, scripts and pictures, under names that hold their content's hash so that browsers may keep them for good.</summary>
public sealed class AssetCatalog
{
    private const string Prefix = "Assets/";
    private const int HashLength = 12;

    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, string> _addresses;

    /// <summary>Reads the embedded files.</summary>
    public AssetCatalog()
    {
        var assets = typeof(AssetCatalog).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(resource => resource[Prefix.Length..], Read);
        _byName = assets.Values.ToFrozenDictionary(asset => asset.HashedName);
        _addresses = assets.ToFrozenDictionary(asset => asset.Key, asset => $"/assets/{asset.Value.HashedName}");
    }

    /// <summary>The address of a file.</summary>
    /// <exception cref="KeyNotFoundException">No file of that name is embedded.</exception>
    public string AddressOf(string file) => _addresses[file];

    internal Asset? Find(string hashedName) => _byName.GetValueOrDefault(hashedName);

    private static Asset Read(string resource)
    {
        using var stream = typeof(AssetCatalog).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var file = resource[Prefix.Length..];
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];
        var extension = Path.GetExtension(file);
        return new Asset($"{Path.GetFileNameWithoutExtension(file)}.{hash}{extension}", content, extension switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => throw new InvalidOperationException($"The embedded file '{file}' has no known media type."),
        });
    }
}

/// <summary>An embedded file.</summary>
internal sealed record Asset(string HashedName, byte[] Content, string MediaType);
