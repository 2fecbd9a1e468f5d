using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class TermRulesTests
{
    [Theory]
    [InlineData("$.term.effectiveDate = \"1999-12-31\"", "$.term.effectiveDate", "is 1999-12-31; give a day from 2000-01-01 to 2099-12-31")]
    [InlineData("$.term.effectiveDate = \"2927-01-01\"", "$.term.effectiveDate", "give a day from 2000-01-01 to 2099-12-31")]
    [InlineData("$.term.initialMonths = 0", "$.term.initialMonths", "from 1 to 600")]
    [InlineData("$.term.initialMonths = 601", "$.term.initialMonths", "from 1 to 600")]
    [InlineData("$.term.renewalMonths -", "$.term.renewalMonths", "is missing; a term that renews needs the length of its renewals")]
    [InlineData("$.term.renewalNoticeDays -", "$.term.renewalNoticeDays", "is missing; a term that renews needs the days of notice")]
    [InlineData("$.term.renewal = \"None\"\n$.term.renewalMonths -", "$.term.renewalNoticeDays", "does not belong here; a term with the renewal None does not renew")]
    [InlineData("$.term.renewal = \"None\"\n$.term.renewalNoticeDays -", "$.term.renewalMonths", "does not belong here; a term with the renewal None does not renew")]
    [InlineData("$.term.renewalMonths = 121", "$.term.renewalMonths", "from 1 to 120")]
    [InlineData("$.term.renewalMonths = 0", "$.term.renewalMonths", "from 1 to 120")]
    [InlineData("$.term.renewalNoticeDays = 366", "$.term.renewalNoticeDays", "from 1 to 365")]
    [InlineData("$.term.renewalNoticeDays = 0", "$.term.renewalNoticeDays", "from 1 to 365")]
    [InlineData("$.term.structuralReviewMonths = 11", "$.term.structuralReviewMonths", "from 12 to 18")]
    [InlineData("$.term.structuralReviewMonths = 24", "$.term.structuralReviewMonths", "is 24; a structural review happens every 12 to 18 months, so give a whole number from 12 to 18")]
    [InlineData("$.governingLaw.law = \"\"", "$.governingLaw.law", "is blank")]
    [InlineData("$.governingLaw.seat = \"\"", "$.governingLaw.seat", "is blank")]
    [InlineData("$.governingLaw.arbitrationRules = \"\"", "$.governingLaw.arbitrationRules", "is blank")]
    [InlineData("$.governingLaw.arbitrationRules -", "$.governingLaw.arbitrationRules", "is missing; the forum Arbitration needs the rules of arbitration")]
    [InlineData("$.governingLaw.forum = \"Courts\"", "$.governingLaw.arbitrationRules", "does not belong here; only the forum Arbitration has rules of arbitration")]
    [InlineData("$.approvalPolicy.deadlineDays = 0", "$.approvalPolicy.deadlineDays", "from 1 to 90")]
    [InlineData("$.approvalPolicy.deadlineDays = 91", "$.approvalPolicy.deadlineDays", "from 1 to 90")]
    [InlineData("$.approvalPolicy.reminderDays = 0", "$.approvalPolicy.reminderDays", "from 1 to 30")]
    [InlineData("$.approvalPolicy.reminderDays = 31", "$.approvalPolicy.reminderDays", "from 1 to 30")]
    [InlineData("$.signingPolicy.deadlineDays = 0", "$.signingPolicy.deadlineDays", "from 1 to 180")]
    [InlineData("$.signingPolicy.deadlineDays = 181", "$.signingPolicy.deadlineDays", "from 1 to 180")]
    [InlineData("$.signingPolicy.reminderDays = 0", "$.signingPolicy.reminderDays", "from 1 to 30")]
    [InlineData("$.signingPolicy.reminderDays = 31", "$.signingPolicy.reminderDays", "from 1 to 30")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.term.effectiveDate = \"2000-01-01\"")]
    [InlineData("$.term.initialMonths = 600")]
    [InlineData("$.term.renewal = \"None\"\n$.term.renewalNoticeDays -\n$.term.renewalMonths -")]
    [InlineData("$.term.structuralReviewMonths = 12")]
    [InlineData("$.term.structuralReviewMonths = 18")]
    [InlineData("$.term.renewal = \"ByAgreement\"")]
    [InlineData("$.governingLaw.forum = \"Courts\"\n$.governingLaw.arbitrationRules -")]
    [InlineData("$.signingPolicy.deadlineDays = 180")]
    [InlineData("$.approvalPolicy.deadlineDays = 90")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
