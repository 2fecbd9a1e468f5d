using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class PartyRulesTests
{
    [Theory]
    [InlineData("$.title = \"\"", "$.title", "is blank")]
    [InlineData("$.title = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "$.title", "has 201 characters; give at most 200")]
    [InlineData("$.parties[1].legalName = \" \"", "$.parties[1].legalName", "is blank")]
    [InlineData("$.parties[1].legalName = \"Boreal Valley \"", "$.parties[1].legalName", "remove the space at its start or end")]
    [InlineData("$.parties[1].entityType = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "$.parties[1].entityType", "at most 200")]
    [InlineData("$.parties[1].jurisdiction = \"State\\nof Wisconsin\"", "$.parties[1].jurisdiction", "has a line break")]
    [InlineData("$.parties[1].role = \"Lead\"", "$.parties[1].role", "\"Saint Brigid\" leads already; exactly one party leads")]
    [InlineData("$.parties[0].role = \"Partner\"", "$.parties", "has no lead; give exactly one party the role Lead")]
    [InlineData("$.parties[1].address.street = \"\"", "$.parties[1].address.street", "is blank")]
    [InlineData("$.parties[1].address.city = \"\"", "$.parties[1].address.city", "is blank")]
    [InlineData("$.parties[1].address.region = \"\"", "$.parties[1].address.region", "is blank")]
    [InlineData("$.parties[1].address.postalCode = \"xxxxxxxxxxxxxxxxxxxxx\"", "$.parties[1].address.postalCode", "at most 20")]
    [InlineData("$.parties[1].address.country = \"us\"", "$.parties[1].address.country", "ISO 3166-1")]
    [InlineData("$.parties[1].address.country = \"UK\"", "$.parties[1].address.country", "is \"UK\", which is no country")]
    [InlineData("$.parties[1].signatory.name = \"\"", "$.parties[1].signatory.name", "is blank")]
    [InlineData("$.parties[1].signatory.title = \"\"", "$.parties[1].signatory.title", "is blank")]
    [InlineData("$.parties[1].signatory.email = \"ellen\"", "$.parties[1].signatory.email", "which is no e-mail address")]
    [InlineData("$.parties[1].approvers = []", "$.parties[1].approvers", "lists 0; give from 1 to 10 approvers")]
    [InlineData("$.parties[1].approvers[0].name = \"\"", "$.parties[1].approvers[0].name", "is blank")]
    [InlineData("$.parties[1].approvers[0].title = \"\"", "$.parties[1].approvers[0].title", "is blank")]
    [InlineData("$.parties[1].approvers[0].email = \"robert@nystrom@borealvalley.example\"", "$.parties[1].approvers[0].email", "which is no e-mail address")]
    [InlineData("$.parties[1].approvers[0].email = \"DANIEL.OKAFOR@saintbrigid.example\"", "$.parties[1].approvers[0].email", "stands here already")]
    [InlineData("$.parties[1].approvers[1].email = \"robert.nystrom@borealvalley.example\"", "$.parties[1].approvers[1].email", "stands here already")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.parties[1].address.region -")]
    [InlineData("$.parties[1].address.region = null")]
    [InlineData("$.parties[1].legalName = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"")]
    [InlineData("$.parties[1].signatory.email = \"robert.nystrom@borealvalley.example\"")]
    [InlineData("$.parties[1].address.postalCode = \"xxxxxxxxxxxxxxxxxxxx\"")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
