using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class CompanyRulesTests
{
    /// <summary>Gives a joint venture a company.</summary>
    public const string Company = """
        $.company = { "name": "Northern Heart Cardiovascular Care, LLC", "kind": "LimitedLiabilityCompany", "jurisdiction": "State of Delaware", "board": [{ "party": "Saint Brigid", "seats": 3 }, { "party": "Meridian", "seats": 1 }], "deadlock": "BuySell", "initialCapital": { "amount": 8000000, "currency": "USD" } }

        """;

    [Theory]
    [InlineData("$.company.name = \"\"", "$.company.name", "is blank")]
    [InlineData("$.company.kind = \"Partnership\"", "$.company.kind", "one of LimitedLiabilityCompany")]
    [InlineData("$.company.jurisdiction = \"\"", "$.company.jurisdiction", "is blank")]
    [InlineData("$.company.board = []", "$.company.board", "lists 0; give from 1 to 20 parties")]
    [InlineData("$.company.board[1].party = \"saint brigid\"", "$.company.board[1].party", "stands here already")]
    [InlineData("$.company.board[1].party = \"Nobody\"", "$.company.board[1].party", "no party's short name")]
    [InlineData("$.company.board[1].seats = 0", "$.company.board[1].seats", "from 1 to 10")]
    [InlineData("$.company.board[1].seats = 11", "$.company.board[1].seats", "from 1 to 10")]
    [InlineData("$.company.initialCapital.currency = \"USX\"", "$.company.initialCapital.currency", "USX")]
    [InlineData("$.form = \"NonEquityAlliance\"", "$.company", "only the form JointVenture has a company, so leave it out")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(Company + edits));

    [Fact]
    public void Read_JointVentureWithACompany_IsAccepted() => Assert.Empty(Faults.After(Company));
}
