using System.Xml.Linq;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>The namespace prefixes of one part, all declared on its root, so that content from other files fits in.</summary>
internal sealed class PrefixMap
{
    private readonly Dictionary<XNamespace, string> _prefixes = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "xml", "xmlns", "w" };
    private readonly List<XNamespace> _ignorable = [];

    public PrefixMap(XElement root)
    {
        // Rendering writes "w:" itself, whatever the file calls the namespace.
        _prefixes.Add(Word.Main, "w");
        Merge(root);
    }

    /// <summary>Takes over the declarations of a part, and which of its namespaces old readers may ignore.</summary>
    public void Merge(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var declaration in element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value.Length > 0))
            {
                Assign(declaration.Value, declaration.Name.Namespace == XNamespace.Xmlns ? declaration.Name.LocalName : "");
            }

            if (element.Attribute(Word.Compatibility + "Ignorable") is { } ignorable)
            {
                _ignorable.AddRange(NamespacesOf(ignorable).Except(_ignorable));
            }
        }
    }

    /// <summary>Declares a namespace that old readers may ignore.</summary>
    public void Ignore(XNamespace name, string prefix)
    {
        Assign(Word.Compatibility, "mc");
        Assign(name, prefix);
        if (!_ignorable.Contains(name))
        {
            _ignorable.Add(name);
        }
    }

    /// <summary>A name with its prefix.</summary>
    public string Qualify(XName name)
    {
        if (name.Namespace == XNamespace.None)
        {
            return name.LocalName;
        }

        return $"{(name.Namespace == XNamespace.Xml ? "xml" : Assign(name.Namespace, ""))}:{name.LocalName}";
    }

    /// <summary>Prefixes in the value of an attribute, as they are called here.</summary>
    public string Translate(XAttribute prefixes) => string.Join(' ', NamespacesOf(prefixes).Select(name => Assign(name, "")));

    /// <summary>The declarations, and what may be ignored, as attributes of the root.</summary>
    public string Declare()
    {
        var ignorable = _ignorable.Count == 0 ? "" : $" {Qualify(Word.Compatibility + "Ignorable")}=\"{string.Join(' ', _ignorable.Select(name => Assign(name, "")))}\"";
        return string.Concat(_prefixes.Select(pair => $" xmlns:{pair.Value}=\"{Escape(pair.Key.NamespaceName)}\"")) + ignorable;
    }

    private static IEnumerable<XNamespace> NamespacesOf(XAttribute prefixes) =>
        prefixes.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(prefix => prefixes.Parent!.GetNamespaceOfPrefix(prefix)).OfType<XNamespace>();

    private static string Escape(string name) =>
        name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private string Assign(XNamespace name, string wish)
    {
        if (_prefixes.TryGetValue(name, out var prefix))
        {
            return prefix;
        }

        prefix = wish;
        for (var number = 1; prefix.Length == 0 || !_taken.Add(prefix); number++)
        {
            prefix = $"ns{number}";
        }

        _prefixes.Add(name, prefix);
        return prefix;
    }
}
