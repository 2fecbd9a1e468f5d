using System.Globalization;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Intake;
using CsCheck;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Values;

public sealed class FormatterTests
{
    [Theory]
    [InlineData("{{title}}", "Heart Alliance")]
    [InlineData("{{months}}", "18")]
    [InlineData("{{rate}}", "12.5")]
    [InlineData("{{due}}", "1\u00A0March 2027")]
    [InlineData("{{cadence}}", "SemiAnnually")]
    [InlineData("{{due | date}}", "1\u00A0March 2027")]
    [InlineData("{{due | date:\"long-us\"}}", "March\u00A01, 2027")]
    [InlineData("{{due | date:\"iso\"}}", "2027-03-01")]
    [InlineData("{{price | money}}", "USD\u00A01,250,000.00")]
    [InlineData("{{months | words}}", "eighteen")]
    [InlineData("{{months | words | upper}}", "EIGHTEEN")]
    [InlineData("{{rate | number}}", "12.5")]
    [InlineData("{{rate | number:3}}", "12.500")]
    [InlineData("{{rate | percent}}", "12.5%")]
    [InlineData("{{months | ordinal}}", "18th")]
    [InlineData("{{names | list}}", "A, B and C")]
    [InlineData("{{names | list:\"or\"}}", "A, B or C")]
    [InlineData("{{people.name | list}}", "Ada and Bo")]
    [InlineData("{{people.skills | list}}", "maths and poetry")]
    [InlineData("{{names.count | words}}", "three")]
    [InlineData("{{title | upper}}", "HEART ALLIANCE")]
    [InlineData("{{title | lower}}", "heart alliance")]
    [InlineData("{{cadence | label}}", "semi-annually")]
    [InlineData("{{cadence | label | title}}", "Semi-annually")]
    [InlineData("{{months | plural:\"month\",\"months\"}}", "months")]
    [InlineData("{{people | plural:\"person\",\"people\"}}", "people")]
    [InlineData("{{note | default:\"none\"}}", "none")]
    [InlineData("{{note | upper | default:\"none\"}}", "none")]
    [InlineData("{{fee | money | default:\"no fee\"}}", "no fee")]
    [InlineData("{{title | default:\"none\"}}", "Heart Alliance")]
    public void Fill_Field_IsFormatted(string tag, string expected) => Assert.Equal(expected, Fill.Text(tag));

    [Theory]
    [InlineData("USD", "1250000", "one million two hundred fifty thousand United States dollars")]
    [InlineData("USD", "12.5", "twelve and 50/100 United States dollars")]
    [InlineData("USD", "1", "one United States dollar")]
    [InlineData("USD", "0.05", "zero and 05/100 United States dollars")]
    [InlineData("JPY", "1500", "one thousand five hundred Japanese yen")]
    [InlineData("KWD", "2.125", "two and 125/1000 KWD")]
    [InlineData("USD", "0", "zero United States dollars")]
    [InlineData("USD", "1.01", "one and 01/100 United States dollars")]
    [InlineData("USD", "999999999999.99", "nine hundred ninety-nine billion nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine and 99/100 United States dollars")]
    public void Money_InWords_IsSpelled(string currency, string amount, string expected) => Assert.Equal(expected, Fill.Text(
        "{{price | money:\"words\"}}", new Sheet { Price = new Money { Amount = decimal.Parse(amount, CultureInfo.InvariantCulture), Currency = currency } }));

    [Theory]
    [InlineData("{{due | date}}", "29\u00A0February 2028")]
    [InlineData("{{due | date:\"long-us\"}}", "February\u00A029, 2028")]
    [InlineData("{{due | date:\"iso\"}}", "2028-02-29")]
    public void Date_LeapDay_IsWrittenInFull(string tag, string expected) => Assert.Equal(expected, Fill.Text(tag, new Sheet { Due = new DateOnly(2028, 2, 29) }));

    [Theory]
    [InlineData("{{months}}", "-3")]
    [InlineData("{{months | number}}", "-3")]
    [InlineData("{{months | percent}}", "-3%")]
    [InlineData("{{months | plural:\"month\",\"months\"}}", "months")]
    public void Number_BelowZero_KeepsItsSign(string tag, string expected) => Assert.Equal(expected, Fill.Text(tag, new Sheet { Months = -3 }));

    [Theory]
    [InlineData("{{months | words}}", "words")]
    [InlineData("{{months | ordinal}}", "ordinal")]
    [InlineData("{{months | ordinal:\"words\"}}", "ordinal")]
    public void Number_BelowZeroInWords_IsReported(string tag, string formatter) => Assert.Contains(
        $"The formatter \"{formatter}\" takes whole numbers from 0 to 999,999,999,999, and this is -3.", Fill.Fault(P(tag), new Sheet { Months = -3 }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{{months}} {{months | words}} {{months | ordinal}} {{months | ordinal:\"words\"}} {{months | number:2}}", "0 zero 0th zeroth 0.00")]
    public void Number_Zero_IsWritten(string tags, string expected) => Assert.Equal(expected, Fill.Text(tags, new Sheet { Months = 0 }));

    [Fact]
    public void Money_TooLargeForWords_IsReported() => Assert.Contains("from 0 to 999,999,999,999", Fill.Fault(
        P("{{price | money:\"words\"}}"), new Sheet { Price = new Money { Amount = 1_000_000_000_000m, Currency = "USD" } }).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "first")]
    [InlineData(2, "second")]
    [InlineData(5, "fifth")]
    [InlineData(12, "twelfth")]
    [InlineData(20, "twentieth")]
    [InlineData(43, "forty-third")]
    [InlineData(100, "one hundredth")]
    [InlineData(108, "one hundred eighth")]
    [InlineData(2_000, "two thousandth")]
    public void Ordinal_InWords_IsSpelled(int number, string expected) => Assert.Equal(expected, Fill.Text("{{months | ordinal:\"words\"}}", new Sheet { Months = number }));

    [Theory]
    [InlineData("JPY", "1500", "JPY\u00A01,500")]
    [InlineData("KWD", "1500.125", "KWD\u00A01,500.125")]
    [InlineData("EUR", "0", "EUR\u00A00.00")]
    [InlineData("USD", "999999999999.99", "USD\u00A0999,999,999,999.99")]
    [InlineData("USD", "-1250.5", "USD\u00A0-1,250.50")]
    [InlineData("USD", "1000000000000", "USD\u00A01,000,000,000,000.00")]
    public void Money_Currency_HasItsMinorUnits(string currency, string amount, string expected) => Assert.Equal(expected, Fill.Text(
        "{{price | money}}", new Sheet { Price = new Money { Amount = decimal.Parse(amount, CultureInfo.InvariantCulture), Currency = currency } }));

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(21, "twenty-one")]
    [InlineData(100, "one hundred")]
    [InlineData(119, "one hundred nineteen")]
    [InlineData(1_000, "one thousand")]
    [InlineData(10_070, "ten thousand seventy")]
    [InlineData(1_000_001, "one million one")]
    [InlineData(999_999_999_999, "nine hundred ninety-nine billion nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine")]
    public void Words_Number_IsSpelled(long number, string expected) => Assert.Equal(expected, NumberWords.Spell(number));

    [Fact]
    public void Words_AnyTwoNumbers_AreSpelledApart() =>
        Gen.Select(Gen.Long[0, NumberWords.Maximum], Gen.Long[0, NumberWords.Maximum])
            .Sample((first, second) => Assert.Equal(first == second, NumberWords.Spell(first) == NumberWords.Spell(second)));

    [Theory]
    [InlineData(-1)]
    [InlineData(NumberWords.Maximum + 1)]
    public void Words_OutOfRange_Throws(long number) => Assert.Throws<ArgumentOutOfRangeException>(() => NumberWords.Spell(number));

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(11, "11th")]
    [InlineData(13, "13th")]
    [InlineData(21, "21st")]
    [InlineData(112, "112th")]
    public void Ordinal_Number_HasItsEnding(int number, string expected) => Assert.Equal(expected, Fill.Text("{{months | ordinal}}", new Sheet { Months = number }));

    [Theory]
    [InlineData(0, "months")]
    [InlineData(1, "month")]
    [InlineData(2, "months")]
    public void Plural_Number_Chooses(int months, string expected) =>
        Assert.Equal(expected, Fill.Text("{{months | plural:\"month\",\"months\"}}", new Sheet { Months = months }));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "A")]
    [InlineData(2, "A and B")]
    [InlineData(3, "A, B and C")]
    public void List_OfAnyLength_IsJoined(int count, string expected) =>
        Assert.Equal(expected, Fill.Text("{{names | list}}", new Sheet { Names = [.. new[] { "A", "B", "C" }.Take(count)] }));

    [Theory]
    [InlineData("BackgroundOwner", "background owner")]
    [InlineData("SemiAnnually", "semi-annually")]
    [InlineData("NonExclusive", "non-exclusive")]
    [InlineData("CoDevelopmentConsortium", "co-development consortium")]
    [InlineData("Cash", "cash")]
    public void Label_Name_IsSpelledInWords(string name, string expected) => Assert.Equal(expected, EnumLabel.Spell(name));

    [Theory]
    [InlineData("great lakes heart of the north", "Great Lakes Heart of the North")]
    [InlineData("the MRI programme", "The MRI Programme")]
    [InlineData("\u00E9tude  \U00010428x", "\u00C9tude  \U00010400x")]
    [InlineData("", "")]
    public void Title_Text_IsCapitalised(string text, string expected) => Assert.Equal(expected, Format("title", text));

    [Theory]
    [InlineData("nonprofit corporation", "a nonprofit corporation")]
    [InlineData("academic medical center", "an academic medical center")]
    [InlineData("university hospital", "a university hospital")]
    [InlineData("unincorporated association", "an unincorporated association")]
    [InlineData("honest broker", "an honest broker")]
    [InlineData("LLC", "an LLC")]
    [InlineData("UK charity", "a UK charity")]
    [InlineData("NHS trust", "an NHS trust")]
    public void A_Text_TakesTheArticleOfItsSound(string text, string expected) => Assert.Equal(expected, Format("a", text));

    [Theory]
    [InlineData("State of Minnesota", "the State of Minnesota")]
    [InlineData("Federal Republic of Germany", "the Federal Republic of Germany")]
    [InlineData("Province of Ontario", "the Province of Ontario")]
    [InlineData("United Kingdom", "the United Kingdom")]
    [InlineData("Cayman Islands", "the Cayman Islands")]
    [InlineData("the Netherlands", "the Netherlands")]
    [InlineData("England and Wales", "England and Wales")]
    [InlineData("Delaware", "Delaware")]
    public void The_Jurisdiction_TakesTheArticleItNeeds(string text, string expected) => Assert.Equal(expected, Format("the", text));

    [Theory]
    [InlineData("residents travel far", "Residents travel far.")]
    [InlineData(" Done. ", "Done.")]
    [InlineData("Is it \u201Cdone.\u201D", "Is it \u201Cdone.\u201D")]
    [InlineData("", "")]
    public void Sentence_Text_BeginsAndEndsAsOne(string text, string expected) => Assert.Equal(expected, Format("sentence", text));

    [Theory]
    [InlineData("encrypted export.", "encrypted export")]
    [InlineData("made by Acme Inc.", "made by Acme Inc.")]
    [InlineData("the U.S.", "the U.S.")]
    [InlineData("and so on...", "and so on...")]
    [InlineData(".", ".")]
    [InlineData("", "")]
    public void Phrase_Text_LosesItsFullStop(string text, string expected) => Assert.Equal(expected, Format("phrase", text));

    [Fact]
    public void Country_EveryCodeThatRequestsAccept_HasAName() => Assert.Equal(249, CountryFormatter.Codes.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Country_UnknownCode_IsReported() =>
        Assert.Contains("ISO 3166-1", Fill.Fault(Xml.P("{{title | country}}")).Message, StringComparison.Ordinal);

    private static string Format(string formatter, string text) =>
        (string)Formatters.Find(formatter, TextShape.Instance, []).Apply(text)!;
}
