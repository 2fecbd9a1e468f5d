using System.Text.Json.Nodes;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Returned;

public sealed class RequestPointersTests
{
    [Theory]
    [InlineData("lead.address.city", "/parties/0/address/city")]
    [InlineData("lead.address.region", "/parties/0/address/region")]
    [InlineData("partners[1].legalName", "/parties/2/legalName")]
    [InlineData("parties[2].signatory.name", "/parties/2/signatory/name")]
    [InlineData("signatories[0].name", "/parties/0/signatory/name")]
    [InlineData("signatories[1].party.entityType", "/parties/1/entityType")]
    [InlineData("term.renewalMonths", "/term/renewalMonths")]
    [InlineData("ipFramework.licences[0].licensees", "/ipFramework/licences/0/licensees")]
    [InlineData("initialTermEnds", null)]
    [InlineData("reference", null)]
    [InlineData("ledgerTotals[0].total", null)]
    [InlineData("parties.shortName", null)]
    [InlineData("parties.count", null)]
    [InlineData("parties[9].shortName", null)]
    [InlineData("lead[", null)]
    public void Pointer_OfAField_LeadsToWhatItShowsOfTheRequest(string path, string? pointer) =>
        Assert.Equal(pointer, new RequestPointers(SampleRequests.Terms(SampleRequests.FourRivers)).Find(path));

    [Fact]
    public void Pointer_OfARowOfTheLedger_LeadsToTheRowOfTheRequest()
    {
        var terms = SampleRequests.Terms(SampleRequests.FourRivers);
        var request = JsonNode.Parse(terms.ToUtf8Json())!;
        var fields = new AgreementFields(terms.Request, reference: "", revision: 1);

        foreach (var (party, index) in fields.LedgerByParty.Select((party, index) => (party, index)))
        {
            foreach (var (row, number) in party.Rows.Select((row, number) => (row, number)))
            {
                var pointer = new RequestPointers(terms).Find($"ledgerByParty[{index}].rows[{number}].description")!;
                Assert.Equal(row.Description, (string?)pointer.Split('/')[1..].Aggregate(request, (node, name) => int.TryParse(name, out var at) ? node[at]! : node[name]!));
            }
        }
    }
}
