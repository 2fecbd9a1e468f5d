using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class ConsortiumRulesTests
{
    [Theory]
    [InlineData("$.consortium.coordinator = \"Nobody\"", "$.consortium.coordinator", "no party's short name")]
    [InlineData("$.consortium.accession.thresholdPercent = 0", "$.consortium.accession.thresholdPercent", "from 1 to 100")]
    [InlineData("$.consortium.accession.thresholdPercent = 101", "$.consortium.accession.thresholdPercent", "from 1 to 100")]
    [InlineData("$.consortium.accession.thresholdPercent -", "$.consortium.accession.thresholdPercent", "is missing; the rule Threshold needs")]
    [InlineData("$.consortium.accession.rule = \"Majority\"", "$.consortium.accession.thresholdPercent", "only the rule Threshold has a percentage")]
    [InlineData("$.consortium.accession.leadParty = \"Patapsco\"", "$.consortium.accession.leadParty", "only the rule LeadOrganisation names a party")]
    [InlineData("$.consortium.accession.rule = \"LeadOrganisation\"\n$.consortium.accession.thresholdPercent -", "$.consortium.accession.leadParty", "is missing; the rule LeadOrganisation needs")]
    [InlineData("$.consortium.accession.conditions[0] = \"\"", "$.consortium.accession.conditions[0]", "is blank")]
    [InlineData("$.consortium.accession.contribution.amount = -1", "$.consortium.accession.contribution.amount", "give an amount from 0")]
    [InlineData("$.consortium.withdrawalNoticeDays = 29", "$.consortium.withdrawalNoticeDays", "from 30 to 730")]
    [InlineData("$.consortium.withdrawalNoticeDays = 731", "$.consortium.withdrawalNoticeDays", "from 30 to 730")]
    [InlineData("$.consortium.defaultCureDays = 9", "$.consortium.defaultCureDays", "from 10 to 365")]
    [InlineData("$.consortium.defaultCureDays = 366", "$.consortium.defaultCureDays", "from 10 to 365")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, After(edits));

    [Theory]
    [InlineData("$.consortium.accession.conditions = []")]
    [InlineData("$.consortium.accession.contribution -")]
    [InlineData("$.consortium.accession.rule = \"Unanimous\"\n$.consortium.accession.thresholdPercent -")]
    [InlineData("$.consortium.withdrawalNoticeDays = 730")]
    [InlineData("$.consortium.defaultCureDays = 10")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(After(edits));

    private static IReadOnlyList<Domain.Intake.Fault> After(string edits) => Faults.Of(SampleRequests.Edited(SampleRequests.ChesapeakeSepsis, edits));
}
