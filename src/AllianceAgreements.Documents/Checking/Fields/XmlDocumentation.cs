using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;

namespace AllianceAgreements.Documents.Checking.Fields;

/// <summary>Reads what the code says about its own members, from the documentation files that lie beside the program.</summary>
internal static class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>The summary of a property as plain text; null when it has none or its file is not there.</summary>
    public static string? SummaryOf(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var owner = type.FullName!.Replace('+', '.');
        var members = Files.GetOrAdd(type.Assembly, Load);
        var text = members.GetValueOrDefault($"P:{owner}.{property.Name}")?.Element("summary")
            ?? members.GetValueOrDefault($"T:{owner}")?.Elements("param").FirstOrDefault(parameter => property.Name.Equals((string?)parameter.Attribute("name"), StringComparison.Ordinal));
        return text is null ? null : string.Join(' ', PlainOf(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string PlainOf(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" } reference => NameOf(reference),
        XElement inner => PlainOf(inner),
        _ => "",
    }));

    /// <summary>The last name of what is referred to, written as requests write it.</summary>
    private static string NameOf(XElement reference)
    {
        var target = (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? "";
        var name = target.Split('(')[0].Split('.', ':')[^1];
        return target.StartsWith("P:", StringComparison.Ordinal) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        return File.Exists(path)
            ? XElement.Load(path).Elements("members").Elements("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }
}
