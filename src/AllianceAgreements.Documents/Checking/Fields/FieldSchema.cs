using System.Reflection;
using System.Text.Json.Nodes;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Checking.Fields;

/// <summary>Writes shapes of data as a JSON Schema, groups of fields once each under <c>$defs</c>.</summary>
internal sealed class FieldSchema
{
    private readonly SortedDictionary<string, JsonObject> _groups = new(StringComparer.Ordinal);

    public JsonObject Create(ObjectShape root)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Fields that templates can name",
        };
        foreach (var (name, value) in Describe(root).ToList())
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject(_groups.Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, group.Value)));
        return schema;
    }

    private JsonObject Describe(ObjectShape shape)
    {
        var properties = new JsonObject();
        foreach (var field in shape.Fields.Values)
        {
            var property = Describe(field.Shape);
            if (FindProperty(shape.Type, field.Name) is { } member && XmlDocumentation.SummaryOf(member) is { } summary)
            {
                property["description"] = summary;
            }

            properties[field.Name] = property;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. shape.Fields.Values.Where(field => !field.IsOptional).Select(field => (JsonNode)field.Name)]),
        };
    }

    private JsonObject Describe(Shape shape) => shape switch
    {
        ObjectShape group => Refer(group),
        ListShape list => new JsonObject { ["type"] = "array", ["items"] = Describe(list.Item) },
        EnumShape names => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. names.Names.Select(name => (JsonNode)name)]) },
        DateShape => new JsonObject { ["type"] = "string", ["format"] = "date" },
        NumberShape => new JsonObject { ["type"] = "number" },
        ImageShape => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        BooleanShape => new JsonObject { ["type"] = "boolean" },
        _ => new JsonObject { ["type"] = "string" },
    };

    private JsonObject Refer(ObjectShape group)
    {
        var name = group.Type.Name;
        if (_groups.TryAdd(name, []))
        {
            _groups[name] = Describe(group);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>The property behind a field, also where the fields of another object stand beside its own.</summary>
    private static PropertyInfo? FindProperty(Type type, string name)
    {
        var properties = type.GetProperties();
        return Array.Find(properties, property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? properties.Where(property => property.IsDefined(typeof(FlattenAttribute)))
                .Select(property => FindProperty(property.PropertyType, name)).FirstOrDefault(found => found is not null);
    }
}
