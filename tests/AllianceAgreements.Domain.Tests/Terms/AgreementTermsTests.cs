using System.Text;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Terms;

public sealed class AgreementTermsTests
{
    [Fact]
    public void ToUtf8Json_Sample_WritesFieldsInTheOrderTheyAreDeclared()
    {
        var json = Encoding.UTF8.GetString(SampleRequests.Terms(SampleRequests.NorthAtlanticOncology).ToUtf8Json());

        Assert.StartsWith(
            """{"form":"JointVenture","title":"North Atlantic Precision Oncology Alliance","parties":[{"legalName":"St. Columba’s University Health Centre","shortName":"St. Columba’s",""",
            json,
            StringComparison.Ordinal);
        Assert.Contains("Cormac Ó Súilleabháin", json, StringComparison.Ordinal);
        Assert.Contains("\"amount\":378000.4,", json, StringComparison.Ordinal);
        Assert.EndsWith("""  "signingPolicy":{"order":"Parallel","deadlineDays":45,"reminderDays":10}}""".Trim(), json, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AbsentField_IsLeftOut()
    {
        var region = SampleRequests.Terms(SampleRequests.NorthAtlanticOncology).Request.Parties[2].Address;

        Assert.Null(region.Region);
        Assert.DoesNotContain("null", Encoding.UTF8.GetString(CanonicalJson.Write(SampleRequests.Terms(SampleRequests.NorthAtlanticOncology).Request)), StringComparison.Ordinal);
    }

    [Fact]
    public void FromStored_RuleMadeStricterSince_IsReadAllTheSame()
    {
        var stored = Encoding.UTF8.GetString(SampleRequests.Terms(SampleRequests.NorthernHeart).ToUtf8Json());
        var lenient = stored.Replace("\"structuralReviewMonths\":12", "\"structuralReviewMonths\":99", StringComparison.Ordinal);

        Assert.Equal(99, AgreementTerms.FromStored(Encoding.UTF8.GetBytes(lenient)).Request.Term.StructuralReviewMonths);
    }

    [Fact]
    public void FromStored_NotARequest_ThrowsAndNamesThePlace()
    {
        var stored = Encoding.UTF8.GetString(SampleRequests.Terms(SampleRequests.NorthernHeart).ToUtf8Json());
        var broken = stored.Replace("\"structuralReviewMonths\":12", "\"structuralReviewMonths\":\"soon\"", StringComparison.Ordinal);

        var exception = Assert.Throws<InvalidDataException>(() => AgreementTerms.FromStored(Encoding.UTF8.GetBytes(broken)));

        Assert.Contains("$.term.structuralReviewMonths", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromStored_Nothing_Throws() => Assert.Throws<InvalidDataException>(() => AgreementTerms.FromStored(default));

    [Fact]
    public void Lead_Sample_IsTheLeadParty() =>
        Assert.Equal("Saint Brigid", SampleRequests.Terms(SampleRequests.NorthernHeart).Lead.ShortName);
}
