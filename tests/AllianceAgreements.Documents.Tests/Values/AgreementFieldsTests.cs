using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Values;

public sealed class AgreementFieldsTests
{
    [Fact]
    public void Shape_OfTheAgreement_HasTheRequestAndWhatFollowsFromIt()
    {
        var fields = AgreementFields.Shape.Fields;

        Assert.Superset(
            new HashSet<string>(["form", "title", "reference", "revision", "parties", "lead", "partners", "ledgerTotals", "ledgerByParty", "signatories", "initialTermEnds", "term"], StringComparer.Ordinal),
            fields.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain("request", fields.Keys);
        Assert.Contains("isLead", ((ObjectShape)((ListShape)fields["parties"].Shape).Item).Fields.Keys);
    }

    [Fact]
    public void Shape_FieldsThatRequestsMayLeaveOut_AreOptional()
    {
        var fields = AgreementFields.Shape.Fields;

        Assert.False(fields["title"].IsOptional);
        Assert.True(((ObjectShape)fields["term"].Shape).Fields["renewalMonths"].IsOptional);
        Assert.True(((ObjectShape)fields["dataProtection"].Shape).Fields["businessAssociate"].IsOptional);
        Assert.False(((ObjectShape)fields["dataProtection"].Shape).Fields["safeguards"].IsOptional);
    }

    [Fact]
    public void LedgerTotals_AnyRequest_AreThoseOfItsParties() =>
        RequestGen.Any.Sample(
            request =>
            {
                var fields = new AgreementFields(request, "AA-1", revision: 1);

                Assert.Equal(request.ResourceLedger.Select(row => row.Value.Currency).Distinct(), fields.LedgerTotals.Select(total => total.Currency));
                Assert.Equal(
                    fields.LedgerTotals.Select(total => total.Total.Amount),
                    fields.LedgerTotals.Select(total => fields.LedgerByParty.SelectMany(party => party.Totals).Where(one => one.Currency == total.Currency).Sum(one => one.Total.Amount)));
                Assert.Equal(request.ResourceLedger.Count, fields.LedgerByParty.Sum(party => party.Rows.Count));
            },
            iter: 50);

    [Fact]
    public void Signatories_SignedOneAfterAnother_HaveTheLeadLast()
    {
        var request = SampleRequests.Terms(SampleRequests.NorthernHeart).Request;
        var fields = new AgreementFields(request, "AA-1", revision: 1);

        Assert.Equal(SigningOrder.Sequential, request.SigningPolicy.Order);
        Assert.True(fields.Signatories[^1].Party.IsLead);
        Assert.Equal(request.Parties.Where(party => party.Role == PartyRole.Partner).Select(party => party.ShortName), fields.Partners.Select(party => party.Party.ShortName));
        Assert.Equal([.. fields.Partners.Select(party => party.Party), fields.Lead.Party], fields.Signatories.Select(signatory => signatory.Party.Party));
    }

    [Fact]
    public void Signatories_SignedAllAtOnce_AreInTheOrderOfTheRequest()
    {
        var request = SampleRequests.Terms(SampleRequests.NorthAtlanticOncology).Request;

        Assert.Equal(request.Parties, new AgreementFields(request, "AA-1", revision: 1).Signatories.Select(signatory => signatory.Party.Party));
    }

    [Theory]
    [InlineData("2027-01-01", 60, "2031-12-31")]
    [InlineData("2027-03-15", 1, "2027-04-14")]
    [InlineData("2028-02-29", 12, "2029-02-27")]
    public void InitialTermEnds_OnTheDayBeforeTheMonthsAreOver(string effective, int months, string expected)
    {
        var request = SampleRequests.Terms(SampleRequests.NorthernHeart).Request;
        var term = request.Term with { EffectiveDate = DateOnly.Parse(effective, System.Globalization.CultureInfo.InvariantCulture), InitialMonths = months };

        Assert.Equal(expected, new AgreementFields(request with { Term = term }, "AA-1", revision: 1).InitialTermEnds.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
