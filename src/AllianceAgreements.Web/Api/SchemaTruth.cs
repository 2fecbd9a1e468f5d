using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using Microsoft.OpenApi;

namespace AllianceAgreements.Web.Api;

/// <summary>Makes schemas say what is true of requests: intake refuses unknown fields, and a null where a field can be left out.</summary>
internal static class SchemaTruth
{
    public static void Apply(OpenApiSchema schema, JsonTypeInfo type, JsonPropertyInfo? property)
    {
        if (type.Type == typeof(AgreementId))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^[0-9a-hjkmnp-tv-z]{26}$";
        }
        else if (type.Type == typeof(JsonElement))
        {
            schema.Type = JsonSchemaType.Object;
        }

        if (property is { DeclaringType: { } declaring } && IsRequest(declaring))
        {
            schema.Type &= ~JsonSchemaType.Null;
        }

        if (property is { DeclaringType: { } owner, Name: "logo" } && owner == typeof(Party))
        {
            // Base64, as OpenAPI has called it since its first version.
            schema.Format = "byte";
        }

        if (type.Kind == JsonTypeInfoKind.Object && IsRequest(type.Type))
        {
            schema.AdditionalPropertiesAllowed = false;
        }
    }

    /// <summary>
    /// Takes the null out of what can be left out of requests, and out of enumerations, where it stands a second time beside the choice with
    /// null; that choice is only made once all schemas are.
    /// </summary>
    public static void Apply(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>().Where(schema => schema.Enum is not null) ?? [])
        {
            schema.Enum = [.. schema.Enum!.Where(value => value is not null && !value.IsJsonNullSentinel())];
        }

        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>().Where(schema => !schema.AdditionalPropertiesAllowed) ?? [])
        {
            foreach (var (name, member) in schema.Properties?.ToList() ?? [])
            {
                if (member is OpenApiSchema { OneOf: [OpenApiSchema { Type: JsonSchemaType.Null }, { } content] })
                {
                    schema.Properties![name] = content;
                }
            }
        }
    }

    private static bool IsRequest(Type type) =>
        type.Namespace == typeof(AgreementRequest).Namespace || type == typeof(WithdrawalRequest);
}
