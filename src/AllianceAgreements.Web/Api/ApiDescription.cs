using AllianceAgreements.Web.Auth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AllianceAgreements.Web.Api;

/// <summary>Completes the OpenAPI description with what signatures do not tell.</summary>
internal static class ApiDescription
{
    private const string Partners =
        """
        Starts agreements, and tells where they stand. Faults are problems (RFC 9457); a faulty request lists every fault under `errors`, by JSON path.

        Partners need no account and do not call this API: they get links by e-mail. `GET /review/{id}/{token}` and `GET /sign/{id}/{token}` show forms
        (`text/html`) that are sent to the same address: `decision` (`approve`, `request-changes` or `decline`), `name`, `comment` and the hidden `document`
        for a review; `name` and `file` (`multipart/form-data`, PDF or Word, at most 20 MiB) to sign. Both carry a hidden anti-forgery field that goes
        with a cookie.
        """;

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = _ => true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Alliance Agreements", Version = "1", Description = Partners };
                document.Servers = [];
                SchemaTruth.Apply(document);
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
                {
                    [AccessSchemes.Bearer] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "A token of the role Legal, Administrator or Auditor (read-only).",
                    },
                };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                if (metadata.OfType<IAuthorizeData>().Any())
                {
                    operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(AccessSchemes.Bearer, context.Document)] = [] }];
                }

                if (metadata.OfType<ListParameters>().Any())
                {
                    operation.Parameters = ListParameters.Describe();
                }

                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                SchemaTruth.Apply(schema, context.JsonTypeInfo, context.JsonPropertyInfo);
                return Task.CompletedTask;
            });
        });
}
