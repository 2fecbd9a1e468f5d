using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class ProtectionRulesTests
{
    [Theory]
    [InlineData("$.dataProtection.protectedHealthInformation = false", "$.dataProtection.businessAssociate", "does not belong here; business associate terms go with protected health information only")]
    [InlineData("$.dataProtection.businessAssociate -", "$.dataProtection.businessAssociate", "is missing; parties that exchange protected health information need business associate terms (45 CFR 164.504(e))")]
    [InlineData("$.dataProtection.businessAssociate.coveredEntities = []", "$.dataProtection.businessAssociate.coveredEntities", "lists 0; give from 1 to")]
    [InlineData("$.dataProtection.businessAssociate.coveredEntities[0] = \"Nobody\"", "$.dataProtection.businessAssociate.coveredEntities[0]", "no party's short name")]
    [InlineData("$.dataProtection.businessAssociate.coveredEntities[1] = \"Saint Brigid\"", "$.dataProtection.businessAssociate.coveredEntities[1]", "stands here already")]
    [InlineData("$.dataProtection.businessAssociate.businessAssociates = []", "$.dataProtection.businessAssociate.businessAssociates", "lists 0; give from 1 to")]
    [InlineData("$.dataProtection.businessAssociate.businessAssociates[0] = \"Nobody\"", "$.dataProtection.businessAssociate.businessAssociates[0]", "no party's short name")]
    [InlineData("$.dataProtection.businessAssociate.businessAssociates[1] = \"MERIDIAN\"", "$.dataProtection.businessAssociate.businessAssociates[1]", "stands here already")]
    [InlineData("$.dataProtection.businessAssociate.businessAssociates[0] = \"keweenaw\"", "$.dataProtection.businessAssociate.businessAssociates[0]", "which is a covered entity here; a party is one or the other")]
    [InlineData("$.dataProtection.businessAssociate.permittedUses = []", "$.dataProtection.businessAssociate.permittedUses", "lists 0; give from 1 to")]
    [InlineData("$.dataProtection.businessAssociate.permittedUses[0] = \"\"", "$.dataProtection.businessAssociate.permittedUses[0]", "is blank")]
    [InlineData("$.dataProtection.businessAssociate.breachNoticeDays = 61", "$.dataProtection.businessAssociate.breachNoticeDays", "is 61; a breach is reported within 60 days at the latest (45 CFR 164.410(b)), so give a whole number from 1 to 60")]
    [InlineData("$.dataProtection.businessAssociate.breachNoticeDays = 0", "$.dataProtection.businessAssociate.breachNoticeDays", "from 1 to 60")]
    [InlineData("$.dataProtection.safeguards[0] = \"\"", "$.dataProtection.safeguards[0]", "is blank")]
    [InlineData("$.confidentiality.survivalYears = 0", "$.confidentiality.survivalYears", "from 1 to 20")]
    [InlineData("$.confidentiality.survivalYears = 21", "$.confidentiality.survivalYears", "is 21; give a whole number from 1 to 20")]
    [InlineData("$.confidentiality.alwaysConfidential[0] = \"\"", "$.confidentiality.alwaysConfidential[0]", "is blank")]
    public void Read_RuleBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("$.dataProtection.businessAssociate.breachNoticeDays = 60")]
    [InlineData("$.dataProtection.businessAssociate.breachNoticeDays = 1")]
    [InlineData("$.dataProtection.safeguards = []")]
    [InlineData("$.confidentiality.alwaysConfidential = []")]
    [InlineData("$.confidentiality.survivalYears = 20")]
    [InlineData("$.dataProtection.protectedHealthInformation = false\n$.dataProtection.businessAssociate -")]
    public void Read_JustWithinTheRule_IsAccepted(string edits) => Assert.Empty(Faults.After(edits));
}
