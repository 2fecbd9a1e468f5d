using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class IpFrameworkRulesTests
{
    [Theory]
    [InlineData("$.ipFramework.backgroundIp[0].party = \"Nobody\"", "$.ipFramework.backgroundIp[0].party", "no party's short name")]
    [InlineData("$.ipFramework.backgroundIp[0].description = \"\"", "$.ipFramework.backgroundIp[0].description", "is blank")]
    [InlineData("$.ipFramework.foregroundOwner = \"Meridian\"", "$.ipFramework.foregroundOwner", "does not belong here; only foreground with the ownership AssignedToParty has a named owner")]
    [InlineData("$.ipFramework.foregroundOwnership = \"AssignedToParty\"", "$.ipFramework.foregroundOwner", "is missing; foreground that is assigned to a party needs its owner")]
    [InlineData("$.ipFramework.foregroundOwnership = \"AssignedToParty\"\n$.ipFramework.foregroundOwner = \"Nobody\"", "$.ipFramework.foregroundOwner", "no party's short name")]
    [InlineData("$.ipFramework.licences[0].licensor = \"Nobody\"", "$.ipFramework.licences[0].licensor", "no party's short name")]
    [InlineData("$.ipFramework.licences[0].licensees = []", "$.ipFramework.licences[0].licensees", "lists 0; give from 1 to 20 licensees")]
    [InlineData("$.ipFramework.licences[0].licensees[1] = \"Nobody\"", "$.ipFramework.licences[0].licensees[1]", "no party's short name")]
    [InlineData("$.ipFramework.licences[0].licensees[1] = \"saint brigid\"", "$.ipFramework.licences[0].licensees[1]", "stands here already")]
    [InlineData("$.ipFramework.licences[0].licensees[1] = \"meridian\"", "$.ipFramework.licences[0].licensees[1]", "the licensor; a party needs no licence of its own")]
    [InlineData("$.ipFramework.licences[0].subject = \"\"", "$.ipFramework.licences[0].subject", "is blank")]
    [InlineData("$.ipFramework.licences[0].field = \"\"", "$.ipFramework.licences[0].field", "is blank")]
    [InlineData("$.ipFramework.licences[0].territory = \"\"", "$.ipFramework.licences[0].territory", "is blank")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.ipFramework.backgroundIp = []")]
    [InlineData("$.ipFramework.licences = []")]
    [InlineData("$.ipFramework.foregroundOwnership = \"Joint\"")]
    [InlineData("$.ipFramework.foregroundOwnership = \"AssignedToParty\"\n$.ipFramework.foregroundOwner = \"Meridian\"")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
