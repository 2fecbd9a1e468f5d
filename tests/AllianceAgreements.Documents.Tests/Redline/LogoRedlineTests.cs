using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>Redlines of drafts whose logos changed.</summary>
public sealed class LogoRedlineTests
{
    private static readonly byte[] First = LogoFile.Png(300, 100, 10);

    private static readonly byte[] Second = LogoFile.Png(100, 100, 200);

    [Fact]
    public void Compare_AnotherLogo_DeletesTheOldAndInsertsTheNew()
    {
        var redline = RedlineLaw.AssertHolds(Draft(First), Draft(Second));

        Assert.Equal([First], ImagesIn(redline, "del"));
        Assert.Equal([Second], ImagesIn(redline, "ins"));
    }

    [Fact]
    public void Compare_LogoAddedOrTakenAway_IsTracked()
    {
        var added = RedlineLaw.AssertHolds(Draft(logo: null), Draft(First));
        var removed = RedlineLaw.AssertHolds(Draft(First), Draft(logo: null));

        Assert.Equal([First], ImagesIn(added, "ins"));
        Assert.Equal([First], ImagesIn(removed, "del"));
    }

    [Fact]
    public void Compare_TheSameLogo_IsNotTracked() =>
        Assert.Equal(0, TrackedChanges.Count(RedlineLaw.AssertHolds(Draft(First), Draft(First))));

    private static byte[] Draft(byte[]? logo) => FormDrafts.Draft(SampleRequests.Accept(SampleRequests.Edited(
        SampleRequests.GulfCoast, logo is null ? "" : $"$.parties[0].logo = \"{LogoFile.Base64(logo)}\"")));

    private static IEnumerable<byte[]> ImagesIn(byte[] redline, string change)
    {
        var package = SafePackage.Open(redline);
        var links = package.RelationshipsOf(package.MainDocument);
        return
        [
            .. package.Read(package.MainDocument, reader => XDocument.Load(reader)).Descendants(Word.Main + change).Descendants()
                .Where(element => element.Name.LocalName == "blip")
                .Select(image => package.ReadBytes(links.Single(link => link.Id == (string?)image.Attribute(Word.Relationships + "embed")).Target)),
        ];
    }
}
