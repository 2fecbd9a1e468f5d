using AllianceAgreements.Documents.Rendering.Images;
using AllianceAgreements.Documents.Tags;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Rendering.Images;

public sealed class ImageBoxTests
{
    private const int Centimetre = 360_000;

    [Theory]
    [InlineData("{{image logo}}", 5 * Centimetre, 5 * Centimetre / 2)]
    [InlineData("{{image logo | width:\"4 cm\"}}", 4 * Centimetre, 5 * Centimetre / 2)]
    [InlineData("{{image logo | height:\"12.5mm\" | width:\"1 in\"}}", 914_400, 5 * Centimetre / 4)]
    [InlineData("{{image logo | width:“36 pt” | height:\"0.2 cm\"}}", 457_200, Centimetre / 5)]
    [InlineData("{{image logo | width:\"50 cm\" | height:\"50 cm\"}}", 50 * Centimetre, 50 * Centimetre)]
    public void Of_Sides_AreTheRoom(string tag, int width, int height) =>
        Assert.Equal(new ImageBox(width, height), ImageBox.Of((ImageTag)TagParser.Parse(tag[2..^2])));

    [Theory]
    [InlineData("image logo | width:\"wide\"", "\"wide\" is not a length; write a number and a unit (cm, mm, in or pt)")]
    [InlineData("image logo | width:4", "\"4\" is not a length")]
    [InlineData("image logo | width:\"4\"", "\"4\" is not a length")]
    [InlineData("image logo | width:\"-4 cm\"", "\"-4 cm\" is not a length")]
    [InlineData("image logo | width:\"4 px\"", "\"4 px\" is not a length")]
    [InlineData("image logo | height:\"0.1 cm\"", "is no size for an image; give 0.2 cm to 50 cm")]
    [InlineData("image logo | height:\"79228162514264337593543950335 in\"", "is no size for an image")]
    [InlineData("image logo | width", "is one length, such as width:\"2.5 cm\"")]
    [InlineData("image logo | width:\"1 cm\",\"2 cm\"", "is one length")]
    [InlineData("image logo | width:\"1 cm\" | width:\"1 cm\"", "given twice")]
    [InlineData("image logo | depth:\"1 cm\"", "An image has no \"depth\"; it takes width and height")]
    public void Of_SomethingElse_SaysWhatWouldBeRight(string tag, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => ImageBox.Of((ImageTag)TagParser.Parse(tag))).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_AnyImage_FillsTheRoomInOneDirectionAndKeepsItsProportions() => Gen.Select(
        Gen.Int[72_000, 18_000_000], Gen.Int[72_000, 18_000_000], Gen.Int[16, 3_000], Gen.Int[16, 3_000]).Sample(
        (roomWide, roomHigh, pixelsWide, pixelsHigh) =>
        {
            var (width, height) = new ImageBox(roomWide, roomHigh).Fit(pixelsWide, pixelsHigh);

            Assert.InRange(width, 1, roomWide);
            Assert.InRange(height, 1, roomHigh);
            Assert.True(width == roomWide || height == roomHigh);
            var exact = width == roomWide ? (double)width * pixelsHigh / pixelsWide : (double)height * pixelsWide / pixelsHigh;
            Assert.InRange(width == roomWide ? height : width, exact - 1, exact + 1);
        });
}
