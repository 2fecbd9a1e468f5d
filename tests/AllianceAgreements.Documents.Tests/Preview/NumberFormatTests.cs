using AllianceAgreements.Documents.Preview.Numbering;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(4, "decimal", "4")]
    [InlineData(4, "decimalZero", "04")]
    [InlineData(12, "decimalZero", "12")]
    [InlineData(1, "lowerLetter", "a")]
    [InlineData(26, "upperLetter", "Z")]
    [InlineData(27, "lowerLetter", "aa")]
    [InlineData(53, "upperLetter", "AAA")]
    [InlineData(0, "lowerLetter", "0")]
    [InlineData(4, "lowerRoman", "iv")]
    [InlineData(1999, "upperRoman", "MCMXCIX")]
    [InlineData(4000, "upperRoman", "4000")]
    [InlineData(1, "ordinal", "1st")]
    [InlineData(12, "ordinal", "12th")]
    [InlineData(22, "ordinal", "22nd")]
    [InlineData(113, "ordinal", "113th")]
    [InlineData(21, "cardinalText", "Twenty-one")]
    [InlineData(342, "cardinalText", "Three hundred forty-two")]
    [InlineData(1, "ordinalText", "First")]
    [InlineData(20, "ordinalText", "Twentieth")]
    [InlineData(32, "ordinalText", "Thirty-second")]
    [InlineData(5000, "ordinalText", "5000th")]
    [InlineData(7, "none", "")]
    [InlineData(7, "numberInDash", "- 7 -")]
    [InlineData(7, "aFormatOfTheFuture", "7")]
    [InlineData(7, null, "7")]
    public void Format_Number_IsWrittenAsTheFormatSays(int number, string? format, string expected) =>
        Assert.Equal(expected, NumberFormat.Format(number, format));

    [Fact]
    public void Format_AnyNumber_StaysShort() =>
        Gen.Select(Gen.Int, Gen.OneOf("lowerLetter", "upperRoman", "ordinalText", "cardinalText", "decimal"))
            .Sample((number, format) => Assert.InRange(NumberFormat.Format(number, format).Length, 1, 40));
}
