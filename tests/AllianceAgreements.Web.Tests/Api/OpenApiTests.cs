using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Api;

public sealed class OpenApiTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Description_ListsEveryApiRouteAndNoOther()
    {
        var document = await ReadAsync();

        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}"));
        var mapped = shared.Host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method =>
                $"{method.ToLowerInvariant()} {Regex.Replace(endpoint.RoutePattern.RawText!, ":[^}]+", "", RegexOptions.NonBacktracking)}"));
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Description_EveryReference_Resolves()
    {
        var document = await ReadAsync();

        foreach (var reference in Nodes(document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonValue>().Select(value => value.GetValue<string>()))
        {
            JsonNode? target = document;
            foreach (var step in reference.TrimStart('#', '/').Split('/'))
            {
                target = target?[step];
            }

            Assert.True(target is not null, reference);
        }
    }

    [Fact]
    public async Task Description_RequestSchema_HasEveryPartOfARequest()
    {
        var document = await ReadAsync();
        var request = document["components"]!["schemas"]!["AgreementRequest"]!;

        Assert.Equal(27, request["properties"]!.AsObject().Count);
        Assert.Equal(21, request["required"]!.AsArray().Count);
        Assert.Equal(5, document["components"]!["schemas"]!["AllianceForm"]!["enum"]!.AsArray().Count);
    }

    [Fact]
    public async Task Description_Logo_IsBase64AndSaysItsLimits()
    {
        var party = (await ReadAsync())["components"]!["schemas"]!["Party"]!;

        var logo = party["properties"]!["logo"]!;
        Assert.Equal(("string", "byte"), (logo["type"]!.GetValue<string>(), logo["format"]!.GetValue<string>()));
        Assert.Contains("at most 256 KiB", logo["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(party["required"]!.AsArray(), name => name!.GetValue<string>() == "logo");
    }

    [Fact]
    public async Task Description_RequestSchema_TakesTheSamplesAndRefusesWhatIntakeRefuses()
    {
        var document = await ReadAsync();
        bool Fits(string edits, string sample = SampleRequests.NorthernHeart) => SchemaCheck.Fits(
            JsonNode.Parse(SampleRequests.Edited(sample, edits)), document["components"]!["schemas"]!["AgreementRequest"]!, document);

        Assert.All(SampleRequests.Names, sample => Assert.True(Fits("", sample), sample));
        Assert.All(
            [
                "$.surprise = 1", "$.parties[0].surprise = 1", "$.title -", "$.form = \"Merger\"", "$.term.initialMonths = \"60\"", "$.term.initialMonths = 1.5",
                "$.term.renewalMonths = null", "$.dataProtection.businessAssociate = null", "$.transitionServices[0].monthlyFee = null",
                "$.resourceLedger[0].value.amount = \"1\"", "$.parties = {}", "$.equity = null", "$.covenants = { \"surprise\": 1 }",
            ],
            edits => Assert.False(Fits(edits), edits));
    }

    [Fact]
    public async Task Description_Answers_AreAsDescribed()
    {
        var document = await ReadAsync();
        var state = await shared.Host.ArchivedAgreementAsync();
        var waiting = await shared.Host.AgreementInApprovalAsync();
        using var api = shared.Host.Api();

        foreach (var (path, address) in new[]
        {
            ("/api/agreements", "/api/agreements?top=1"),
            ("/api/agreements", "/api/agreements"),
            ("/api/agreements/{id}", $"/api/agreements/{state.Id}"),
            ("/api/agreements/{id}", $"/api/agreements/{waiting.Id}"),
            ("/api/agreements/{id}/record", $"/api/agreements/{state.Id}/record"),
            ("/api/agreements/{id}/coverage", $"/api/agreements/{state.Id}/coverage"),
            ("/api/agreements/{id}/revisions/{revision}/coverage", $"/api/agreements/{state.Id}/revisions/1/coverage"),
        })
        {
            var schema = document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
            Assert.True(SchemaCheck.Fits((await api.GetAsync(address)).Json, schema, document), address);
        }
    }

    [Fact]
    public async Task Description_EveryOperation_AsksForATokenAndTellsItsProblems()
    {
        var document = await ReadAsync();

        Assert.Equal("bearer", document["components"]!["securitySchemes"]!["Bearer"]!["scheme"]!.GetValue<string>());
        Assert.All(document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()), operation =>
        {
            Assert.NotNull(operation.Value!["security"]![0]!["Bearer"]);
            Assert.NotEmpty(operation.Value["summary"]!.GetValue<string>());
            var answers = operation.Value["responses"]!.AsObject().Select(answer => answer.Key).ToList();
            Assert.Contains("401", answers);
            Assert.Contains("403", answers);
            Assert.Contains("429", answers);
            Assert.Contains(answers, answer => answer is "200" or "202");
        });
    }

    [Fact]
    public async Task Description_ListParameters_AreThoseThatAreRead()
    {
        var document = await ReadAsync();

        Assert.Equal(
            ["status", "form", "q", "party", "top", "continuation"],
            document["paths"]!["/api/agreements"]!["get"]!["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>()));
    }

    [Fact]
    public void Routes_EveryApiRoute_AsksForARole() => Assert.All(
        shared.Host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)),
        endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IAuthorizeData>()));

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => (node switch
    {
        JsonObject fields => fields.Select(field => field.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(Nodes).Prepend(node);

    private async Task<JsonNode> ReadAsync()
    {
        using var api = shared.Host.Api(role: null);
        var answer = await api.GetAsync("/openapi/v1.json");
        Assert.Equal(200, answer.Status);
        return answer.Json;
    }
}
