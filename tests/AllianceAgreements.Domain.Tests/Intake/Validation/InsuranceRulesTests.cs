using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class InsuranceRulesTests
{
    private const string Malpractice = """{ "kind": "ProfessionalLiability", "parties": [], "perClaim": { "amount": 1000000, "currency": "USD" }, "aggregate": { "amount": 3000000, "currency": "USD" } }""";

    private const string Insurance = $$"""
        $.insurance = { "policies": [{{Malpractice}}, { "kind": "CyberLiability", "parties": ["Meridian"], "perClaim": { "amount": 5000000, "currency": "USD" } }, { "kind": "WorkersCompensation", "parties": [] }], "tailYears": 3 }

        """;

    [Theory]
    [InlineData("$.insurance.policies = []", "$.insurance.policies", "from 1 to 50 policies")]
    [InlineData("$.insurance.policies[0].kind = \"Life\"", "$.insurance.policies[0].kind", "one of ProfessionalLiability")]
    [InlineData("$.insurance.policies[1].parties[0] = \"Meridan\"", "$.insurance.policies[1].parties[0]", "did you mean \"Meridian\"")]
    [InlineData("$.insurance.policies[1].parties[1] = \"MERIDIAN\"", "$.insurance.policies[1].parties[1]", "stands here already")]
    [InlineData("$.insurance.policies[1].perClaim -", "$.insurance.policies[1].perClaim", "has a limit for one claim, so give an amount and a currency")]
    [InlineData("$.insurance.policies[1].perClaim.amount = 0", "$.insurance.policies[1].perClaim.amount", "is 0; give the least limit for one claim")]
    [InlineData("$.insurance.policies[1].perClaim.currency = \"XXA\"", "$.insurance.policies[1].perClaim.currency", "is \"XXA\"")]
    [InlineData("$.insurance.policies[0].aggregate.amount = 999999.99", "$.insurance.policies[0].aggregate.amount", "give 1000000 or more")]
    [InlineData("$.insurance.policies[0].aggregate.amount = 3000000.001", "$.insurance.policies[0].aggregate.amount", "USD has 2")]
    [InlineData("$.insurance.policies[0].aggregate.currency = \"EUR\"", "$.insurance.policies[0].aggregate.currency", "give both in one currency")]
    [InlineData("$.insurance.policies[2].perClaim = { \"amount\": 1, \"currency\": \"USD\" }", "$.insurance.policies[2].perClaim", "the law sets the limits of WorkersCompensation")]
    [InlineData("$.insurance.policies[2].aggregate = { \"amount\": 1, \"currency\": \"USD\" }", "$.insurance.policies[2].aggregate", "the law sets the limits of WorkersCompensation")]
    [InlineData("$.insurance.policies[2].kind = \"CyberLiability\"\n$.insurance.policies[2].perClaim = { \"amount\": 1, \"currency\": \"USD\" }", "$.insurance.policies", "binds every party to CyberLiability")]
    [InlineData("$.insurance.policies[0].kind = \"CyberLiability\"\n$.insurance.policies[0].parties = [\"Keweenaw\", \"meridian\"]", "$.insurance.policies", "to CyberLiability in two policies")]
    [InlineData("$.insurance.tailYears = 0", "$.insurance.tailYears", "from 1 to 10")]
    [InlineData("$.insurance.tailYears = 11", "$.insurance.tailYears", "from 1 to 10")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(Insurance + edits));

    [Theory]
    [InlineData("")]
    [InlineData("$.insurance.policies[0].aggregate.amount = 1000000")]
    [InlineData("$.insurance.policies[0].aggregate -")]
    [InlineData("$.insurance.policies[0].kind = \"CyberLiability\"\n$.insurance.policies[0].parties = [\"Keweenaw\"]")]
    [InlineData("$.insurance -")]
    public void Read_AnyInsuranceOrNone_IsAccepted(string edits) => Assert.Empty(Faults.After(Insurance + edits));

    /// <summary>Of a policy whose kind cannot be read, nothing is said about what that kind needs.</summary>
    [Fact]
    public void Read_KindUnreadable_IsReportedAlone() =>
        Faults.AssertOnly("$.insurance.policies[2].kind", "one of ProfessionalLiability", Faults.After(Insurance + "$.insurance.policies[2].kind = 1"));

    [Fact]
    public void Read_PoliciesNameParties_SpellsThemAsThePartiesDo()
    {
        var insurance = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, Insurance + "$.insurance.policies[1].parties[0] = \"MERIDIAN\"")).Request.Insurance!;

        Assert.Equal(["Meridian"], insurance.Policies[1].Parties);
    }
}
