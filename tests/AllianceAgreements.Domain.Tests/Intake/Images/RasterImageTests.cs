using AllianceAgreements.Domain.Intake.Images;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Images;

public sealed class RasterImageTests
{
    private const int IhdrData = 16;

    [Fact]
    public void TryRead_Png_GivesItsSizeAndFile()
    {
        var file = LogoFile.Png(640, 200);

        var image = Read(file);

        Assert.Equal((RasterFormat.Png, 640, 200), (image.Format, image.Width, image.Height));
        Assert.Equal(file, image.Content.ToArray());
    }

    [Theory]
    [InlineData(0xC0, 1)]
    [InlineData(0xC1, 3)]
    [InlineData(0xC2, 3)]
    public void TryRead_JpegThatEveryReaderShows_GivesItsSize(byte frame, byte components)
    {
        var image = Read(LogoFile.Jpeg(1200, 300, frame, components));

        Assert.Equal((RasterFormat.Jpeg, 1200, 300), (image.Format, image.Width, image.Height));
    }

    [Theory]
    [InlineData(0xC3, 3)]
    [InlineData(0xC9, 3)]
    [InlineData(0xC0, 4)]
    public void TryRead_JpegThatNotEveryReaderShows_IsRefused(byte frame, byte components) =>
        Assert.Contains("of a kind that Word does not show", Problem(LogoFile.Jpeg(100, 100, frame, components)), StringComparison.Ordinal);

    [Theory]
    [InlineData("R0lGODlhAQABAAAAACw=", "is a GIF image; give a PNG or JPEG image")]
    [InlineData("PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=", "is an SVG image")]
    [InlineData("UklGRgAAAABXRUJQ", "is a WebP image")]
    [InlineData("SUkqAAAAAAA=", "is a TIFF image")]
    [InlineData("Qk0AAAAA", "is a bitmap (BMP)")]
    [InlineData("JVBERi0xLjc=", "is a PDF file")]
    [InlineData("aGVsbG8=", "is no image")]
    [InlineData("", "is empty")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=", "begins with \"data:\"; give the base64 text alone")]
    [InlineData("iVBORw0KGgo", "is not base64")]
    [InlineData("iVBORw0K\nGgo=", "is not base64; give the file in base64, without line breaks")]
    [InlineData("C:\\logo.png", "is not base64")]
    public void TryRead_SomethingElse_SaysWhatItIs(string base64, string problem)
    {
        Assert.False(RasterImage.TryRead(base64, out _, out var found));
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0x80)]
    [InlineData(3, 0)]
    [InlineData(8, 3)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 1)]
    [InlineData(12, 2)]
    public void TryRead_PngWithAHeaderThatCannotBe_IsRefused(int offset, byte value)
    {
        var file = LogoFile.Png(100, 0x40);
        file[IhdrData + offset] = value;

        Assert.Contains("is a PNG image that is damaged", Problem(file), StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_FileWithSomethingBehindItsEnd_IsRefused()
    {
        Assert.Contains("damaged", Problem([.. LogoFile.Png(20, 20), 0]), StringComparison.Ordinal);
        Assert.Contains("damaged", Problem([.. LogoFile.Jpeg(20, 20), .. "<script>"u8]), StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_FileCutOffAnywhere_IsRefused()
    {
        foreach (var file in new[] { LogoFile.Png(20, 20), LogoFile.Jpeg(20, 20) })
        {
            Assert.All(Enumerable.Range(0, file.Length), length => Assert.False(RasterImage.TryRead(LogoFile.Base64(file[..length]), out _, out _)));
        }
    }

    [Fact]
    public void TryRead_AnyChangeToAFile_NeverThrows() => Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 60], Gen.Byte).Array[1, 8]).Sample(
        (isPng, changes) =>
        {
            var file = isPng ? LogoFile.Png(20, 20) : LogoFile.Jpeg(20, 20);
            foreach (var (offset, value) in changes)
            {
                file[offset % file.Length] = value;
            }

            var isRead = RasterImage.TryRead(LogoFile.Base64(file), out var image, out var problem);

            Assert.Equal(isRead, problem is null);
            Assert.Equal(isRead, image is { Width: > 0, Height: > 0 });
        },
        iter: 5_000);

    private static RasterImage Read(byte[] file)
    {
        Assert.True(RasterImage.TryRead(LogoFile.Base64(file), out var image, out var problem), problem);
        return image;
    }

    private static string Problem(byte[] file)
    {
        Assert.False(RasterImage.TryRead(LogoFile.Base64(file), out _, out var problem));
        return problem;
    }
}
