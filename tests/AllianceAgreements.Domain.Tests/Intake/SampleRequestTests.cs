using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake;

public sealed class SampleRequestTests
{
    public static TheoryData<string> Samples { get; } = new(SampleRequests.Names);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_Sample_IsAccepted(string name) => Assert.Empty(Faults.Of(SampleRequests.Read(name)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_Sample_LosesNothing(string name)
    {
        var written = JsonNode.Parse(SampleRequests.Terms(name).ToUtf8Json());

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(SampleRequests.Read(name)), written));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void FromStored_CanonicalJsonOfSample_GivesTheSameBytes(string name)
    {
        var stored = SampleRequests.Terms(name).ToUtf8Json();

        Assert.Equal(stored, AgreementTerms.FromStored(stored).ToUtf8Json());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ToUtf8Json_Sample_IsTheSampleWithoutWhitespace(string name)
    {
        using var sample = JsonDocument.Parse(SampleRequests.Read(name));
        using var compact = new MemoryStream();
        using (var writer = new Utf8JsonWriter(compact, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            sample.WriteTo(writer);
        }

        Assert.Equal(Encoding.UTF8.GetString(compact.ToArray()), Encoding.UTF8.GetString(SampleRequests.Terms(name).ToUtf8Json()));
    }

    [Fact]
    public void Samples_Together_UseEveryKindThatTablesDistinguish()
    {
        var requests = SampleRequests.Names.Select(name => SampleRequests.Terms(name).Request).ToArray();

        Assert.Equal(Enum.GetValues<DecisionRuleKind>(), requests.SelectMany(request => request.DecisionMatrix).Select(row => row.Rule).Distinct().Order());
        Assert.Equal(Enum.GetValues<ResourceKind>(), requests.SelectMany(request => request.ResourceLedger).Select(row => row.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<FeeBasis>(), requests.SelectMany(request => request.TransitionServices).Select(row => row.FeeBasis).Distinct().Order());
        Assert.Equal(Enum.GetValues<TerminationTriggerKind>(), requests.SelectMany(request => request.TerminationTriggers).Select(row => row.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<TransferKind>(), requests.SelectMany(request => request.TransferProtocols).Select(row => row.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<Exclusivity>(), requests.SelectMany(request => request.IpFramework.Licences).Select(row => row.Exclusivity).Distinct().Order());
        Assert.Equal(Enum.GetValues<SigningOrder>(), requests.Select(request => request.SigningPolicy.Order).Distinct().Order());
        Assert.Equal(Enum.GetValues<DisputeForum>(), requests.Select(request => request.GoverningLaw.Forum).Distinct().Order());
        Assert.All(requests, request => Assert.InRange(request.Parties.Count, 3, 20));
        Assert.Equal(Enum.GetValues<BoardRight>().Except([BoardRight.None]), requests.SelectMany(request => request.Equity?.Investments ?? []).Select(row => row.BoardRight).Distinct().Order());
        Assert.Equal(Enum.GetValues<PriceAdjustment>(), requests.SelectMany(request => request.Supply?.Products ?? []).Select(row => row.PriceAdjustment).Distinct().Order());
        Assert.Contains(requests, request => request.ResourceLedger.Count >= 20);
        Assert.Contains(requests, request => request.Covenants is not null);
        Assert.Contains(requests, request => request.Company is not null);
        Assert.Contains(requests, request => request.Insurance is not null);
    }
}
