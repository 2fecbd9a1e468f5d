using System.Text;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Terms;

public sealed class RevisingTests
{
    private static readonly AgreementTerms Current = SampleRequests.Terms(SampleRequests.NorthernHeart);

    [Fact]
    public void Check_SameTerms_HasNoFaults() => Assert.Empty(Revising.Check(Current, Current));

    [Fact]
    public void Check_OtherTermsOfTheSameParties_HasNoFaults() =>
        Assert.Empty(Revising.Check(Current, Edited("$.title = \"Another title\"\n$.parties[1].legalName = \"Boreal Valley Health\"\n$.term.initialMonths = 48")));

    [Fact]
    public void Check_ShortNameInAnotherCase_HasNoFaults() => Assert.Empty(Revising.Check(Current, Renamed("Meridian", "MERIDIAN")));

    [Fact]
    public void Check_PartiesInAnotherOrder_HasNoFaults()
    {
        var request = Current.Request with { Parties = [.. Current.Request.Parties.Reverse()] };

        Assert.Empty(Revising.Check(Current, new AgreementTerms(request)));
    }

    [Fact]
    public void Check_OtherForm_IsAFault()
    {
        var fault = Assert.Single(Revising.Check(Current, Edited("$.form = \"NonEquityAlliance\"")));

        Assert.Equal("$.form", fault.Path);
        Assert.Contains("a revision keeps the form, so give JointVenture or start a new agreement", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PartyRenamed_IsTheLossOfOneAndTheArrivalOfAnother()
    {
        var faults = Revising.Check(Current, Renamed("Meridian", "Zenith"));

        Assert.Equal(["$.parties", "$.parties[4].shortName"], faults.Select(fault => fault.Path));
        Assert.Contains("lacks \"Meridian\"", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("is \"Zenith\", which is no party of the current terms", faults[1].Message, StringComparison.Ordinal);
    }

    private static AgreementTerms Edited(string edits) => SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, edits));

    private static AgreementTerms Renamed(string from, string to) => SampleRequests.Accept(Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(Current.ToUtf8Json()).Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal)));
}
