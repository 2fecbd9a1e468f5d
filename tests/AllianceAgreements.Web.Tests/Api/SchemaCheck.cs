using System.Text.Json;
using System.Text.Json.Nodes;

namespace AllianceAgreements.Web.Tests.Api;

/// <summary>Checks JSON by the part of JSON Schema that the API's description uses.</summary>
internal static class SchemaCheck
{
    public static bool Fits(JsonNode? value, JsonNode schema, JsonNode document)
    {
        if (schema["$ref"] is { } reference)
        {
            return Fits(value, reference.GetValue<string>().TrimStart('#', '/').Split('/').Aggregate(document, (node, step) => node[step]!), document);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return choices.Count(choice => Fits(value, choice!, document)) == 1;
        }

        return (schema["type"] is not { } type || Types(type).Any(name => IsOf(name, value)))
            && (schema["enum"] is not JsonArray names || names.Any(name => JsonNode.DeepEquals(name, value)))
            && value switch
            {
                JsonObject fields => FitsFields(fields, schema, document),
                JsonArray items => schema["items"] is not { } each || items.All(item => Fits(item, each, document)),
                _ => true,
            };
    }

    private static bool FitsFields(JsonObject fields, JsonNode schema, JsonNode document)
    {
        var properties = schema["properties"]?.AsObject();
        var required = schema["required"]?.AsArray() ?? [];
        var isClosed = schema["additionalProperties"] is JsonValue allowed && allowed.GetValueKind() == JsonValueKind.False;
        return required.All(name => fields.ContainsKey(name!.GetValue<string>()))
            && fields.All(field => properties?[field.Key] is { } property ? Fits(field.Value, property, document) : !isClosed);
    }

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray several ? several.Select(name => name!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => value!.GetValue<decimal>() % 1 == 0,
        _ => false,
    };
}
