using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

/// <summary>The files by which others build and deploy the product: what they name exists, and what they run is pinned.</summary>
public sealed partial class DeliveryFilesTests
{
    public static TheoryData<string> Workflows { get; } = ["ci.yml", "deploy.yml"];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflow_Actions_ArePinnedAndMayDoLittle(string file)
    {
        var workflow = Yaml(".github", "workflows", file);

        Assert.All(Steps(workflow).Select(step => Text(step, "uses")).OfType<string>(), action => Assert.Matches(Pinned(), action));
        var permissions = (YamlMappingNode)workflow.Children["permissions"];
        Assert.All(permissions, permission =>
            Assert.True(permission is { Value: YamlScalarNode { Value: "read" } } or { Key: YamlScalarNode { Value: "id-token" } }));
        Assert.DoesNotContain("pull_request_target", File.ReadAllText(Repository.Path(".github", "workflows", file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ci.yml", ".ci/run")]
    [InlineData("ci.yml", ".ci/functions-host")]
    [InlineData("deploy.yml", "eng/bicep.sh")]
    public void Workflow_Check_IsAScriptOfTheRepository(string file, string script)
    {
        Assert.Contains(script, Steps(Yaml(".github", "workflows", file)).Select(step => Text(step, "run")));
        AssertExecutable(script);
    }

    [Fact]
    public void Deployment_Workflow_GivesEveryValueTheParametersAskFor()
    {
        var job = (YamlMappingNode)((YamlMappingNode)Yaml(".github", "workflows", "deploy.yml").Children["jobs"]).Children["deploy"];
        var given = ((YamlMappingNode)job.Children["env"]).Children.Keys.Select(key => ((YamlScalarNode)key).Value!).ToHashSet(StringComparer.Ordinal);

        var asked = Variable().Matches(Repository.Read("infra", "main.bicepparam")).Select(match => match.Groups["name"].Value).ToArray();

        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains(name, given));
        Assert.Equal(["dev", "test", "prod"], Options(Yaml(".github", "workflows", "deploy.yml")));
    }

    [Fact]
    public void Azd_Hooks_ExistAndCanRun()
    {
        var hooks = (YamlMappingNode)Yaml("azure.yaml").Children["hooks"];

        Assert.Equal(["postprovision", "preprovision"], hooks.Children.Keys.Select(key => ((YamlScalarNode)key).Value).Order(StringComparer.Ordinal));
        Assert.All(hooks.Children.Values, hook => AssertExecutable(Text((YamlMappingNode)hook, "run")!));
        Assert.Equal("infra", Text((YamlMappingNode)Yaml("azure.yaml").Children["infra"], "path"));
    }

    [Fact]
    public void DevContainer_Description_NamesAScriptThatIsThere()
    {
        var container = JsonNode.Parse(Repository.Read(".devcontainer", "devcontainer.json"))!;

        AssertExecutable((string)container["postCreateCommand"]!);
        Assert.All(container["features"]!.AsObject(), feature => Assert.Matches(@"\A[a-z0-9./-]+:\d+\z", feature.Key));
    }

    private static YamlMappingNode Yaml(params string[] path)
    {
        var yaml = new YamlStream();
        using var text = new StringReader(Repository.Read(path));
        yaml.Load(text);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode workflow) =>
        ((YamlMappingNode)workflow.Children["jobs"]).Children.Values
            .SelectMany(job => ((YamlSequenceNode)((YamlMappingNode)job).Children["steps"]).Children.Cast<YamlMappingNode>());

    private static IEnumerable<string?> Options(YamlMappingNode workflow) => workflow.AllNodes.OfType<YamlMappingNode>()
        .Single(node => node.Children.ContainsKey("options")).Children["options"].AllNodes.OfType<YamlScalarNode>().Select(node => node.Value);

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    private static void AssertExecutable(string script)
    {
        var file = new FileInfo(Repository.Path(script));
        Assert.True(file.Exists, $"{script} is not there.");
        Assert.True(OperatingSystem.IsWindows() || file.UnixFileMode.HasFlag(UnixFileMode.UserExecute), $"{script} cannot be executed.");
    }

    [GeneratedRegex(@"\A[A-Za-z-]+/[a-z-]+@v\d+\.\d+\.\d+\z")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>[A-Z_]+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
