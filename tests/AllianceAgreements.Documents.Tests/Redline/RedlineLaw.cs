using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Redline;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Ports;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>What holds of every redline.</summary>
internal static class RedlineLaw
{
    public static RedlineStamp Stamp { get; } = new("Revision 2", new DateTimeOffset(2027, 1, 15, 9, 30, 0, TimeSpan.Zero));

    /// <summary>The redline of two files.</summary>
    public static byte[] Compare(byte[] before, byte[] after) => new WordRedliner().Compare(before, after, Stamp);

    /// <summary>Fails unless accepting gives the newer file and rejecting the older one, numbers included, and Word can open it; gives the redline.</summary>
    public static byte[] AssertHolds(byte[] before, byte[] after)
    {
        var redline = Compare(before, after);
        DocumentCheck.AssertSound(redline);
        AssertSame(after, TrackedChanges.Accept(redline));
        AssertSame(before, TrackedChanges.Reject(redline));
        Assert.Equal(redline, Compare(before, after));
        Assert.Subset(DocumentShape.Bookmarks(redline).ToHashSet(), DocumentShape.Bookmarks(after).ToHashSet());
        return redline;
    }

    private static void AssertSame(byte[] expected, byte[] actual)
    {
        Assert.Equal(DocumentShape.Of(expected), DocumentShape.Of(actual));
        Assert.Equal(new WordPreview().ToHtml(expected), new WordPreview().ToHtml(actual));
    }
}
