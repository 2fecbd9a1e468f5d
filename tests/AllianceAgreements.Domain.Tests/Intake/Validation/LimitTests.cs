using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

/// <summary>How long texts and lists may be: the last length that passes, and the first that does not.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("$.title", 200)]
    [InlineData("$.parties[1].legalName", 200)]
    [InlineData("$.parties[1].entityType", 200)]
    [InlineData("$.parties[1].jurisdiction", 200)]
    [InlineData("$.parties[1].address.street", 200)]
    [InlineData("$.parties[1].address.city", 200)]
    [InlineData("$.parties[1].address.region", 200)]
    [InlineData("$.parties[1].address.postalCode", 20)]
    [InlineData("$.parties[1].signatory.name", 200)]
    [InlineData("$.parties[1].signatory.title", 200)]
    [InlineData("$.parties[1].approvers[0].name", 200)]
    [InlineData("$.parties[1].approvers[0].title", 200)]
    [InlineData("$.rationale.marketPositioning", 4000)]
    [InlineData("$.rationale.capabilityComplementarity", 4000)]
    [InlineData("$.rationale.innovationAcceleration", 4000)]
    [InlineData("$.objectives[0].description", 1000)]
    [InlineData("$.objectives[0].metric", 1000)]
    [InlineData("$.objectives[0].baseline", 200)]
    [InlineData("$.objectives[0].target", 200)]
    [InlineData("$.workstreams[0].name", 200)]
    [InlineData("$.workstreams[0].deliverables[0]", 1000)]
    [InlineData("$.workstreams[0].milestones[0].name", 200)]
    [InlineData("$.governance[0].name", 200)]
    [InlineData("$.governance[0].mandate", 1000)]
    [InlineData("$.decisionMatrix[0].category", 200)]
    [InlineData("$.resourceLedger[0].description", 1000)]
    [InlineData("$.ipFramework.backgroundIp[0].description", 1000)]
    [InlineData("$.ipFramework.licences[0].subject", 1000)]
    [InlineData("$.ipFramework.licences[0].field", 1000)]
    [InlineData("$.ipFramework.licences[0].territory", 200)]
    [InlineData("$.dataProtection.businessAssociate.permittedUses[0]", 1000)]
    [InlineData("$.dataProtection.safeguards[0]", 1000)]
    [InlineData("$.escalationPathway[0].level", 200)]
    [InlineData("$.confidentiality.alwaysConfidential[0]", 1000)]
    [InlineData("$.terminationTriggers[0].criterion", 1000)]
    [InlineData("$.transferProtocols[0].subject", 1000)]
    [InlineData("$.transferProtocols[0].method", 1000)]
    [InlineData("$.transitionServices[0].service", 1000)]
    [InlineData("$.transitionServices[0].serviceLevel", 1000)]
    [InlineData("$.exitCommunication.audiences[0].audience", 200)]
    [InlineData("$.exitCommunication.audiences[0].channel", 1000)]
    [InlineData("$.governingLaw.law", 200)]
    [InlineData("$.governingLaw.seat", 200)]
    [InlineData("$.governingLaw.arbitrationRules", 200)]
    public void Read_TextAtItsLimitAndOneMore_AcceptsTheFirstAlone(string path, int longest)
    {
        Assert.Empty(Faults.After($"{path} = \"{new string('x', longest)}\""));
        Faults.AssertOnly(path, $"has {longest + 1} characters; give at most {longest}", Faults.After($"{path} = \"{new string('x', longest + 1)}\""));
    }

    [Theory]
    [InlineData("$.parties", 20)]
    [InlineData("$.parties[0].approvers", 10)]
    [InlineData("$.objectives", 50)]
    [InlineData("$.workstreams", 50)]
    [InlineData("$.workstreams[0].deliverables", 50)]
    [InlineData("$.workstreams[0].milestones", 50)]
    [InlineData("$.governance", 20)]
    [InlineData("$.decisionMatrix", 100)]
    [InlineData("$.resourceLedger", 500)]
    [InlineData("$.ipFramework.backgroundIp", 200)]
    [InlineData("$.ipFramework.licences", 100)]
    [InlineData("$.ipFramework.licences[0].licensees", 20)]
    [InlineData("$.dataProtection.safeguards", 50)]
    [InlineData("$.dataProtection.businessAssociate.coveredEntities", 20)]
    [InlineData("$.dataProtection.businessAssociate.businessAssociates", 20)]
    [InlineData("$.dataProtection.businessAssociate.permittedUses", 50)]
    [InlineData("$.escalationPathway", 10)]
    [InlineData("$.confidentiality.alwaysConfidential", 50)]
    [InlineData("$.terminationTriggers", 50)]
    [InlineData("$.transferProtocols", 100)]
    [InlineData("$.transitionServices", 100)]
    [InlineData("$.exitCommunication.audiences", 50)]
    public void Read_ListAtItsLimitAndOneMore_AcceptsTheLengthOfTheFirstAlone(string path, int most)
    {
        Assert.Empty(LengthFaults(path, most));
        Assert.Contains($"lists {most + 1}; give ", Assert.Single(LengthFaults(path, most + 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleRequests.GreatBasin, "$.equity.investments[0].shareClass", 200)]
    [InlineData(SampleRequests.GreatBasin, "$.equity.closingConditions[0]", 1000)]
    [InlineData(SampleRequests.GreatBasin, "$.covenants.exclusivity.field", 1000)]
    [InlineData(SampleRequests.GreatBasin, "$.covenants.exclusivity.territory", 200)]
    [InlineData(SampleRequests.GreatBasin, "$.covenants.firstNegotiation.subject", 1000)]
    [InlineData(SampleRequests.ChesapeakeSepsis, "$.consortium.accession.conditions[0]", 1000)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.products[0].name", 200)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.products[0].unit", 200)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.deliveryTerms", 200)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.qualityStandards[0]", 1000)]
    public void Read_TextOfAFormSectionAtItsLimitAndOneMore_AcceptsTheFirstAlone(string sample, string path, int longest)
    {
        Assert.Empty(Faults.Of(SampleRequests.Edited(sample, $"{path} = \"{new string('x', longest)}\"")));
        Faults.AssertOnly(path, $"has {longest + 1} characters", Faults.Of(SampleRequests.Edited(sample, $"{path} = \"{new string('x', longest + 1)}\"")));
    }

    [Theory]
    [InlineData(SampleRequests.GreatBasin, "$.equity.investments", 19)]
    [InlineData(SampleRequests.GreatBasin, "$.equity.closingConditions", 50)]
    [InlineData(SampleRequests.ChesapeakeSepsis, "$.consortium.accession.conditions", 50)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.suppliers", 19)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.buyers", 19)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.products", 200)]
    [InlineData(SampleRequests.GulfCoast, "$.supply.qualityStandards", 50)]
    public void Read_ListOfAFormSectionAtItsLimitAndOneMore_AcceptsTheLengthOfTheFirstAlone(string sample, string path, int most)
    {
        Assert.Empty(LengthFaults(path, most, sample));
        Assert.Contains($"lists {most + 1}; give ", Assert.Single(LengthFaults(path, most + 1, sample)).Message, StringComparison.Ordinal);
    }

    /// <summary>The faults of the list itself when it repeats its first item; those of the repeated items do not matter here.</summary>
    private static Fault[] LengthFaults(string path, int count, string sample = SampleRequests.NorthernHeart)
    {
        var document = JsonNode.Parse(SampleRequests.Read(sample))!;
        var list = JsonEdits.At(document, path)!.AsArray();
        var item = list[0]!.DeepClone();
        list.Clear();
        for (var index = 0; index < count; index++)
        {
            list.Add(item.DeepClone());
        }

        return [.. Faults.Of(document).Where(fault => string.Equals(fault.Path, path, StringComparison.Ordinal) && fault.Message.StartsWith("lists ", StringComparison.Ordinal))];
    }
}
