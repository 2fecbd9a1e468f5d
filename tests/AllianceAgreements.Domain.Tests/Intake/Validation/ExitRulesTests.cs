using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class ExitRulesTests
{
    [Theory]
    [InlineData("$.terminationTriggers = []", "$.terminationTriggers", "lists 0; give from 1 to")]
    [InlineData("$.terminationTriggers[0].criterion = \"\"", "$.terminationTriggers[0].criterion", "is blank")]
    [InlineData("$.terminationTriggers[0].cureDays = -1", "$.terminationTriggers[0].cureDays", "from 0 to 365")]
    [InlineData("$.terminationTriggers[0].cureDays = 366", "$.terminationTriggers[0].cureDays", "is 366; give a whole number from 0 to 365")]
    [InlineData("$.terminationTriggers[0].noticeDays = -1", "$.terminationTriggers[0].noticeDays", "from 0 to 730")]
    [InlineData("$.terminationTriggers[0].noticeDays = 731", "$.terminationTriggers[0].noticeDays", "from 0 to 730")]
    [InlineData("$.transferProtocols[0].subject = \"\"", "$.transferProtocols[0].subject", "is blank")]
    [InlineData("$.transferProtocols[0].from = \"Nobody\"", "$.transferProtocols[0].from", "no party's short name")]
    [InlineData("$.transferProtocols[0].to = \"Nobody\"", "$.transferProtocols[0].to", "no party's short name")]
    [InlineData("$.transferProtocols[0].to = \"MERIDIAN\"", "$.transferProtocols[0].to", "the party it moves from; give another party")]
    [InlineData("$.transferProtocols[0].method = \"\"", "$.transferProtocols[0].method", "is blank")]
    [InlineData("$.transferProtocols[0].days = 0", "$.transferProtocols[0].days", "from 1 to 730")]
    [InlineData("$.transferProtocols[0].days = 731", "$.transferProtocols[0].days", "from 1 to 730")]
    [InlineData("$.exitCommunication.spokesperson = \"Nobody\"", "$.exitCommunication.spokesperson", "no party's short name")]
    [InlineData("$.exitCommunication.jointStatementDays = 0", "$.exitCommunication.jointStatementDays", "from 1 to 60")]
    [InlineData("$.exitCommunication.jointStatementDays = 61", "$.exitCommunication.jointStatementDays", "from 1 to 60")]
    [InlineData("$.exitCommunication.audiences = []", "$.exitCommunication.audiences", "lists 0; give from 1 to")]
    [InlineData("$.exitCommunication.audiences[0].audience = \"\"", "$.exitCommunication.audiences[0].audience", "is blank")]
    [InlineData("$.exitCommunication.audiences[0].responsibleParty = \"Nobody\"", "$.exitCommunication.audiences[0].responsibleParty", "no party's short name")]
    [InlineData("$.exitCommunication.audiences[0].channel = \"\"", "$.exitCommunication.audiences[0].channel", "is blank")]
    [InlineData("$.exitCommunication.audiences[0].days = -1", "$.exitCommunication.audiences[0].days", "from 0 to 180")]
    [InlineData("$.exitCommunication.audiences[0].days = 181", "$.exitCommunication.audiences[0].days", "from 0 to 180")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.transferProtocols = []")]
    [InlineData("$.terminationTriggers[0].cureDays = 0")]
    [InlineData("$.terminationTriggers[0].cureDays = 365")]
    [InlineData("$.terminationTriggers[0].noticeDays = 730")]
    [InlineData("$.terminationTriggers[0].criterion = \"(a) one\\n(b) two\"")]
    [InlineData("$.exitCommunication.audiences[0].days = 0")]
    [InlineData("$.transferProtocols[0].days = 730")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
