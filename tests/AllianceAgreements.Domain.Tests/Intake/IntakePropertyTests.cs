using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake;

/// <summary>Laws of intake, on random valid requests.</summary>
public sealed class IntakePropertyTests
{
    private const int Requests = 200;

    private static readonly Gen<JsonNode> Document = RequestGen.Any.Select(request => JsonNode.Parse(CanonicalJson.Write(request))!);

    private static readonly HashSet<string> OptionalFields = new(StringComparer.Ordinal)
    {
        "$.approvalPolicy.partyVote", "$.approvalPolicy.stages", "$.company", "$.consortium.accession.contribution", "$.covenants",
        "$.covenants.employeeNonSolicitMonths", "$.covenants.exclusivity", "$.covenants.firstNegotiation", "$.covenants.nonCompete",
        "$.equity.dragAlongPercent", "$.equity.standstillPercent", "$.insurance",
        "$.supply.maximumIncreasePercent",
    };

    // A missing threshold of approvals is reported as a missing percentage.
    private static readonly string[] OptionalEverywhere = [".aggregate", ".logo", ".region", ".shares", ".thresholdCount"];

    [Fact]
    public void Read_ValidRequest_IsAccepted() =>
        RequestGen.Any.Sample(request => Assert.Empty(Faults.Of(CanonicalJson.Write(request))), iter: Requests);

    [Fact]
    public void FromStored_StoredTerms_GiveTheSameBytes() =>
        RequestGen.Any.Sample(
            request =>
            {
                var stored = CanonicalJson.Write(request);
                Assert.Equal(stored, AgreementTerms.FromStored(stored).ToUtf8Json());
            },
            iter: Requests);

    /// <summary>Fields that a rule may or may not call for are called for when they are there; the others that are optional are left alone.</summary>
    [Fact]
    public void Read_AnyFieldRemoved_ReportsItAndNothingElse() =>
        AtSome(FieldsOf, IsMissed).Sample(
            place =>
            {
                JsonEdits.Apply(place.Document, $"{place.Path} -");
                Faults.AssertOnly(place.Path, "is missing", Faults.Of(place.Document));
            },
            iter: Requests);

    [Fact]
    public void Read_AnyFieldNull_ReportsItAndNothingElse() =>
        AtSome(FieldsOf, IsMissed).Sample(
            place =>
            {
                JsonEdits.Apply(place.Document, $"{place.Path} = null");
                Faults.AssertOnly(place.Path, "is ", Faults.Of(place.Document));
            },
            iter: Requests);

    [Fact]
    public void Read_AnyValueOfAnotherKind_ReportsItAndNothingElse() =>
        AtSome(ValuesOf, _ => true).Sample(
            place =>
            {
                var wrong = JsonEdits.At(place.Document, place.Path) is JsonArray ? "{}" : "[]";
                JsonEdits.Apply(place.Document, $"{place.Path} = {wrong}");
                Faults.AssertOnly(place.Path, "; give ", Faults.Of(place.Document));
            },
            iter: Requests);

    [Fact]
    public void Read_UnknownFieldAnywhere_ReportsItAndNothingElse() =>
        Gen.Select(AtSome(ObjectsOf, _ => true), Gen.OneOf("surprise", "Title", "$type", "__proto__", "LegalName"))
            .Sample(
                (place, name) =>
                {
                    JsonEdits.At(place.Document, place.Path)!.AsObject()[name] = 1;
                    var fault = Assert.Single(Faults.Of(place.Document));
                    Assert.StartsWith(place.Path, fault.Path, StringComparison.Ordinal);
                    Assert.Contains(name, fault.Path, StringComparison.Ordinal);
                    Assert.Contains("is not a field", fault.Message, StringComparison.Ordinal);
                },
                iter: Requests);

    [Fact]
    public void Read_RandomBytes_AlwaysGivesFaults() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Assert.NotEmpty(Faults.Of(bytes)), iter: 5000);

    [Fact]
    public void Read_RandomJson_AlwaysGivesFaults() =>
        GarbageGen.Json.Sample(json => Assert.NotEmpty(Faults.Of(json)), iter: 2000);

    [Fact]
    public void Read_OneByteOfSampleChanged_NeverThrows()
    {
        var sample = SampleRequests.Read(SampleRequests.NorthernHeart);
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte).Sample(
            (offset, value) =>
            {
                var changed = sample.ToArray();
                changed[offset] = value;
                Assert.All(Faults.Of(changed), fault => Assert.NotEmpty(fault.Message));
            },
            iter: 1000);
    }

    [Fact]
    public void Read_Twice_GivesTheSame() =>
        AtSome(ValuesOf, _ => true).Sample(
            place =>
            {
                JsonEdits.Apply(place.Document, $"{place.Path} = -1");
                Assert.Equal(Faults.Of(place.Document), Faults.Of(place.Document));
            },
            iter: 50);

    private static Gen<(JsonNode Document, string Path)> AtSome(Func<JsonNode, IEnumerable<JsonNode?>> places, Func<string, bool> fits) =>
        from document in Document
        let paths = places(document).Select(node => node!.GetPath()).Where(fits).ToArray()
        from index in Gen.Int[0, paths.Length - 1]
        select (document.DeepClone(), paths[index]);

    /// <summary>Whether the absence of a field is noticed.</summary>
    private static bool IsMissed(string path) =>
        !OptionalFields.Contains(path) && !OptionalEverywhere.Any(name => path.EndsWith(name, StringComparison.Ordinal));

    private static IEnumerable<JsonObject> ObjectsOf(JsonNode root) => ValuesOf(root).Append(root).OfType<JsonObject>();

    private static IEnumerable<JsonNode?> FieldsOf(JsonNode root) => ObjectsOf(root).SelectMany(fields => fields.Select(field => field.Value));

    private static IEnumerable<JsonNode> ValuesOf(JsonNode node)
    {
        IEnumerable<JsonNode> children = node switch
        {
            JsonObject fields => fields.Select(field => field.Value!),
            JsonArray items => items.Select(item => item!),
            _ => [],
        };
        return children.SelectMany(child => ValuesOf(child).Prepend(child));
    }
}
