using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class DefinedTermTests
{
    public static TheoryData<string> Terms =>
    [
        .. FormRequests.Names.SelectMany(name => FormDrafts.TextOf(name).Paragraphs)
            .Where(paragraph => paragraph.Style != "PartyItem").SelectMany(paragraph => paragraph.Defines).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A party of that name would change what the agreement means wherever the term stands.</summary>
    [Theory]
    [MemberData(nameof(Terms))]
    public void Read_PartyNamedLikeADefinedTerm_IsRefused(string term)
    {
        var request = SampleRequests.Edited(SampleRequests.NorthernHeart, $$"""
            $.parties[5] = { "legalName": "Northland Hospitals", "shortName": "{{term}}", "entityType": "nonprofit corporation", "jurisdiction": "State of Minnesota", "address": { "street": "1 Harbor Road", "city": "Duluth", "postalCode": "55802", "country": "US" }, "role": "Partner", "signatory": { "name": "A. Signatory", "title": "Administrator", "email": "signatory@northland.example" }, "approvers": [{ "name": "An Approver", "title": "Counsel", "email": "approver@northland.example" }] }
            """);

        var result = Assert.IsType<IntakeResult.Rejected>(AgreementIntake.Read(request));

        Assert.Equal("$.parties[5].shortName", Assert.Single(result.Faults).Path);
    }
}
