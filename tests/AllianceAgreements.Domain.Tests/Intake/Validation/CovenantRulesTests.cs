using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class CovenantRulesTests
{
    private const string All = """
        $.covenants = { "exclusivity": { "field": "imaging", "territory": "the State of Minnesota" }, "nonCompete": { "field": "imaging", "territory": "the State of Minnesota", "months": 12 }, "employeeNonSolicitMonths": 12, "firstNegotiation": { "subject": "imaging software", "days": 60 } }

        """;

    [Theory]
    [InlineData("$.covenants = {}", "$.covenants", "is empty; give at least one covenant, or leave it out")]
    [InlineData("$.covenants = { \"exclusivity\": [] }", "$.covenants.exclusivity", "is a list; give an object")]
    [InlineData("$.covenants.exclusivity.field = \"\"", "$.covenants.exclusivity.field", "is blank")]
    [InlineData("$.covenants.exclusivity.territory = \"\"", "$.covenants.exclusivity.territory", "is blank")]
    [InlineData("$.covenants.nonCompete.field = \"\"", "$.covenants.nonCompete.field", "is blank")]
    [InlineData("$.covenants.nonCompete.territory -", "$.covenants.nonCompete.territory", "is missing")]
    [InlineData("$.covenants.nonCompete.territory = \"\"", "$.covenants.nonCompete.territory", "is blank")]
    [InlineData("$.covenants.nonCompete.months = -1", "$.covenants.nonCompete.months", "from 0 to 24")]
    [InlineData("$.covenants.nonCompete.months = 25", "$.covenants.nonCompete.months", "from 0 to 24")]
    [InlineData("$.covenants.employeeNonSolicitMonths = -1", "$.covenants.employeeNonSolicitMonths", "from 0 to 24")]
    [InlineData("$.covenants.employeeNonSolicitMonths = 25", "$.covenants.employeeNonSolicitMonths", "from 0 to 24")]
    [InlineData("$.covenants.firstNegotiation.subject = \"\"", "$.covenants.firstNegotiation.subject", "is blank")]
    [InlineData("$.covenants.firstNegotiation.days = 9", "$.covenants.firstNegotiation.days", "from 10 to 365")]
    [InlineData("$.covenants.firstNegotiation.days = 366", "$.covenants.firstNegotiation.days", "from 10 to 365")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(All + edits));

    [Theory]
    [InlineData("")]
    [InlineData("$.covenants = { \"employeeNonSolicitMonths\": 0 }")]
    [InlineData("$.covenants.nonCompete.months = 0")]
    [InlineData("$.covenants -")]
    public void Read_AnyCovenantOrNone_IsAccepted(string edits) => Assert.Empty(Faults.After(All + edits));
}
