using System.Text.Json.Nodes;
using AllianceAgreements.Documents.Checking.Fields;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Checking;

public sealed class TemplateFieldsTests
{
    private readonly JsonObject _schema = TemplateFields.CreateSchema();

    [Fact]
    public void CreateSchema_EveryField_SaysWhatItIs()
    {
        var groups = _schema["$defs"]!.AsObject().Select(group => group.Value!).Prepend(_schema);

        Assert.All(
            groups.SelectMany(group => group["properties"]!.AsObject()),
            field => Assert.False(string.IsNullOrWhiteSpace((string?)field.Value!["description"]), $"{field.Key} has no description."));
    }

    [Fact]
    public void CreateSchema_EveryReference_LeadsToAGroup()
    {
        var text = _schema.ToJsonString();
        var groups = _schema["$defs"]!.AsObject();

        var references = text.Split("\"#/$defs/")[1..].Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(groups.Select(group => group.Key).Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("title", "string", null)]
    [InlineData("revision", "number", null)]
    [InlineData("initialTermEnds", "string", "date")]
    [InlineData("parties", "array", null)]
    public void CreateSchema_AField_HasItsType(string name, string type, string? format)
    {
        var field = _schema["properties"]![name]!;

        Assert.Equal((type, format), ((string?)field["type"], (string?)field["format"]));
    }

    [Fact]
    public void CreateSchema_FieldsThatAnAgreementCanLack_AreNotRequired()
    {
        var required = _schema["required"]!.AsArray().Select(name => (string?)name).ToList();

        Assert.Contains("title", required);
        Assert.DoesNotContain("company", required);
    }
}
