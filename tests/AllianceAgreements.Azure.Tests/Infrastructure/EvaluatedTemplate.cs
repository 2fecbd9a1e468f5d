using System.Text.Json.Nodes;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

/// <summary>
/// What the templates would deploy to an environment, as the Bicep compiler evaluated it (eng/bicep.sh). What only Azure knows stays an
/// expression in square brackets. Where there is no evaluation of the templates as they are, the test that asks is skipped.
/// </summary>
internal sealed class EvaluatedTemplate
{
    private readonly JsonNode[] _resources;

    private EvaluatedTemplate(JsonNode document) =>
        _resources = [.. document["predictedResources"]!.AsArray().Select(resource => resource!)];

    public static TheoryData<string> Environments { get; } = ["dev", "test", "prod"];

    public static EvaluatedTemplate Of(string environment) => new(Output($"{environment}.json"));

    /// <summary>A file that the check left in artifacts/infra.</summary>
    public static JsonNode Output(string file)
    {
        var stamp = new FileInfo(Repository.Path("artifacts", "infra", "checked"));
        Assert.SkipUnless(stamp.Exists, "The infrastructure was not evaluated here (eng/bicep.sh does, and ./test.sh calls it).");
        var changed = Directory.EnumerateFiles(Repository.Path("infra"), "*", SearchOption.AllDirectories)
            .FirstOrDefault(source => File.GetLastWriteTimeUtc(source) > stamp.LastWriteTimeUtc);
        Assert.SkipUnless(changed is null, $"{changed} changed after the infrastructure was evaluated: run eng/bicep.sh again.");
        return JsonNode.Parse(File.ReadAllText(Repository.Path("artifacts", "infra", file)))!;
    }

    /// <summary>The resources of a type, at least one.</summary>
    public IReadOnlyList<JsonNode> All(string type)
    {
        var found = _resources.Where(resource => string.Equals((string?)resource["type"], type, StringComparison.OrdinalIgnoreCase)).ToArray();
        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>The one resource of a type whose name ends so.</summary>
    public JsonNode Single(string type, string ending = "") =>
        Assert.Single(All(type), resource => NameOf(resource).EndsWith(ending, StringComparison.Ordinal));

    public static string NameOf(JsonNode resource) => (string)resource["name"]!;

    public static string IdOf(JsonNode resource) => (string)resource["id"]!;
}
