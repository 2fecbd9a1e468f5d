using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class PartyListRulesTests
{
    [Theory]
    [InlineData("Agreement")]
    [InlineData("parties")]
    [InlineData("EFFECTIVE DATE")]
    public void Read_ShortNameIsADefinedTerm_ReportsIt(string name) =>
        Faults.AssertOnly("$.parties[1].shortName", "which the agreement uses as a defined term", RenamedBoreal(name));

    [Theory]
    [InlineData("B", "give at least 2 characters")]
    [InlineData("Boreal Valley Regional Medical Center, In", "has 41 characters; give at most 40")]
    [InlineData("", "is blank")]
    public void Read_ShortNameOfWrongLength_ReportsIt(string name, string fragment) =>
        Faults.AssertOnly("$.parties[1].shortName", fragment, RenamedBoreal(name));

    [Theory]
    [InlineData("BV")]
    [InlineData("Boreal Valley Regional Medical Center, I")]
    [InlineData("Party of the North")]
    public void Read_ShortNameWithinTheRule_IsAccepted(string name) => Assert.Empty(RenamedBoreal(name));

    [Fact]
    public void Read_ShortNameOfAnotherPartyInOtherCase_IsAFaultOfTheSecond()
    {
        var faults = Faults.After("$.parties[1].shortName = \"SAINT brigid\"");

        var fault = Assert.Single(faults, fault => string.Equals(fault.Path, "$.parties[1].shortName", StringComparison.Ordinal));
        Assert.Contains("stands here already", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(faults, other => string.Equals(other.Path, "$.parties[0].shortName", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "lists 1; give from 2 to 20 parties")]
    [InlineData(21, "lists 21; give from 2 to 20 parties")]
    public void Read_TooFewOrTooManyParties_ReportsIt(int count, string fragment)
    {
        var fault = Assert.Single(Faults.Of(WithParties(count)), fault => string.Equals(fault.Path, "$.parties", StringComparison.Ordinal));
        Assert.Contains(fragment, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void Read_PartiesWithinTheRule_AreAccepted(int count) => Assert.Empty(Faults.Of(WithParties(count)));

    [Fact]
    public void Read_ThreeLeads_ReportsTheSecondAndTheThird() =>
        Assert.Equal(
            ["$.parties[2].role", "$.parties[4].role"],
            Faults.After("$.parties[2].role = \"Lead\"\n$.parties[4].role = \"Lead\"").Select(fault => fault.Path));

    private static IReadOnlyList<Fault> RenamedBoreal(string name)
    {
        var sample = Encoding.UTF8.GetString(SampleRequests.Read(SampleRequests.NorthernHeart));
        return Faults.Of(sample.Replace("\"Boreal Valley\"", $"\"{name}\"", StringComparison.Ordinal));
    }

    private static JsonNode WithParties(int count)
    {
        var document = JsonNode.Parse(SampleRequests.Read(SampleRequests.NorthernHeart))!;
        var parties = document["parties"]!.AsArray();
        while (parties.Count > count)
        {
            parties.RemoveAt(parties.Count - 1);
        }

        while (parties.Count < count)
        {
            var number = parties.Count.ToString(CultureInfo.InvariantCulture);
            var another = parties[^1]!.DeepClone();
            another["shortName"] = $"Hospital {number}";
            another["approvers"]![0]!["email"] = $"approver@hospital{number}.example";
            parties.Add(another);
        }

        return document;
    }
}
