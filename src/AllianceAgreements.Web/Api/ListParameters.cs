using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using Microsoft.OpenApi;

namespace AllianceAgreements.Web.Api;

/// <summary>The query parameters of the list, for its description; <see cref="Components.AgreementFilter"/> reads them.</summary>
internal sealed record ListParameters
{
    public static ListParameters All { get; } = new();

    public static IList<IOpenApiParameter> Describe() =>
    [
        Of("status", "Only this status; letter case does not matter.", Names<AgreementStatus>()),
        Of("form", "Only this form; letter case does not matter.", Names<AllianceForm>()),
        Of("q", "Only those whose reference, title or a party's short name contains this.", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 }),
        Of("party", "Only those with a party of this short name; letter case does not matter.", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 }),
        Of("top", "The most agreements a page. It may hold fewer and still be continued.", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "200", Default = 50 }),
        Of("continuation", "Where to go on, from the page before.", new OpenApiSchema { Type = JsonSchemaType.String }),
    ];

    private static OpenApiParameter Of(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiSchema Names<T>()
        where T : struct, Enum =>
        new() { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames<T>().Select(name => (JsonNode)name)] };
}
