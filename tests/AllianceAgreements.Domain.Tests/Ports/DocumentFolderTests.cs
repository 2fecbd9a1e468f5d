using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Ports;

public sealed class DocumentFolderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("ä")]
    [InlineData("a\0")]
    public void New_PathThatCouldLeadElsewhere_Throws(string path) => Assert.Throws<ArgumentException>(() => new DocumentFolder(path));

    [Fact]
    public void ForRevision_AnyAgreement_IsAFolderOfItsOwn()
    {
        var id = AgreementId.New();

        Assert.Equal($"agreements/{id}/revision-12", DocumentFolder.ForRevision(id, 12).Path);
        Assert.Equal($"agreements/{id}/signed", DocumentFolder.ForSignedCopies(id).Path);
        Assert.Equal(DocumentFolder.ForRevision(id, 12), DocumentFolder.ForRevision(id, 12));
    }
}
