using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>Redlines of drafts from the templates of this repository.</summary>
public sealed class DraftRedlineTests
{
    private const string Changes = """
        $.title = "Northern Heart Cardiovascular Venture"
        $.term.effectiveDate = "2027-03-01"
        $.term.renewalMonths = 24
        $.term.renewalNoticeDays = 120
        $.confidentiality.survivalYears = 7
        $.terminationTriggers[0].cureDays = 45
        $.terminationTriggers[1] -
        $.escalationPathway[0].days = 12
        $.parties[4].legalName = "Meridian Cardiac Analytics Holdings, LLC"
        $.exitCommunication.jointStatementDays = 9
        """;

    [Fact]
    public void Compare_ChangedTerms_AcceptsToTheNewDraftAndRejectsToTheOld()
    {
        var before = Draft("");
        var after = Draft(Changes);

        var redline = RedlineLaw.AssertHolds(before, after);

        // A title in two places of the text, a day, a party in several: the rest of 900 paragraphs is left alone.
        Assert.InRange(TrackedChanges.Count(redline), 20, 200);
    }

    [Theory]
    [InlineData(SampleRequests.NorthernHeart, SampleRequests.NorthAtlanticOncology)]
    [InlineData(SampleRequests.NorthAtlanticOncology, SampleRequests.FourRivers)]
    public void Compare_DraftsOfOtherAgreements_AcceptsToTheNewDraftAndRejectsToTheOld(string before, string after) =>
        RedlineLaw.AssertHolds(FormDrafts.Draft(SampleRequests.Terms(before)), FormDrafts.Draft(SampleRequests.Terms(after)));

    [Fact]
    public void Compare_TheSameDraft_ChangesNothing()
    {
        var draft = Draft("");

        var redline = RedlineLaw.AssertHolds(draft, draft);

        Assert.Equal(0, TrackedChanges.Count(redline));
    }

    private static byte[] Draft(string edits) =>
        FormDrafts.Draft(SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, edits)));
}
