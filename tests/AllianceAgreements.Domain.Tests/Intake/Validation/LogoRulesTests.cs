using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class LogoRulesTests
{
    private const string Path = "$.parties[1].logo";

    [Theory]
    [InlineData(16, 16)]
    [InlineData(3000, 16)]
    [InlineData(16, 3000)]
    public void Read_LogoWithinTheLimits_IsAccepted(int width, int height) => Assert.Empty(After(LogoFile.Png(width, height)));

    [Theory]
    [InlineData(15, 16)]
    [InlineData(16, 3001)]
    public void Read_LogoOutsideTheLimits_NamesItsSizeAndThem(int width, int height) =>
        Faults.AssertOnly(Path, $"is {width} pixels wide and {height} high; give an image of 16 to 3000 pixels each way", After(LogoFile.Png(width, height)));

    [Fact]
    public void Read_LogoAtTheMostBytesAndOneMore_AcceptsTheFirstAlone()
    {
        Assert.Empty(After(OfLength(256 * 1024)));
        Faults.AssertOnly(Path, "is larger than 256 KiB; save the image smaller", After(OfLength((256 * 1024) + 1)));
        Faults.AssertOnly(Path, "is larger than 256 KiB; save the image smaller", After(OfLength((256 * 1024) + 600)));
    }

    [Fact]
    public void Read_NoLogo_IsAcceptedAndLeftOut()
    {
        var terms = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthernHeart, $"{Path} = null"));

        Assert.Equal(SampleRequests.Terms(SampleRequests.NorthernHeart).ToUtf8Json(), terms.ToUtf8Json());
    }

    [Fact]
    public void Read_LogoThatIsNone_DoesNotRepeatIt()
    {
        var fault = Assert.Single(Faults.After($"{Path} = \"{new string('A', 4000)}\""));

        Assert.Equal("is no image; give a PNG or JPEG image", fault.Message);
    }

    private static IReadOnlyList<Domain.Intake.Fault> After(byte[] file) => Faults.After($"{Path} = \"{LogoFile.Base64(file)}\"");

    /// <summary>A JPEG that a comment brings to a length.</summary>
    private static byte[] OfLength(int length)
    {
        var file = LogoFile.Jpeg(100, 100);
        var rest = length - file.Length;
        var comments = new List<byte>();
        while (rest > 0)
        {
            var size = rest is <= 65_000 or > 65_010 ? Math.Min(rest, 65_000) : rest - 10;
            comments.AddRange([0xFF, 0xFE, (byte)((size - 2) >> 8), (byte)(size - 2), .. new byte[size - 4]]);
            rest -= size;
        }

        return [.. file[..2], .. comments, .. file[2..]];
    }
}
