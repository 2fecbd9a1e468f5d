using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Reading;

public sealed class StructureReaderTests
{
    private const string Title = "\"title\": \"Northern Heart Cardiovascular Alliance\"";

    [Theory]
    [InlineData("$.form = 2", "$.form", "is the number 2; give one of NonEquityAlliance, EquityAlliance, JointVenture, CoDevelopmentConsortium, SupplyChainPartnership")]
    [InlineData("$.form = \"jointVenture\"", "$.form", "is \"jointVenture\"; did you mean \"JointVenture\"? Give one of NonEquityAlliance, ")]
    [InlineData("$.form = \"0\"", "$.form", "is \"0\"; give one of NonEquityAlliance, ")]
    [InlineData("$.form = \"Merger\"", "$.form", "is \"Merger\"; give one of NonEquityAlliance, ")]
    [InlineData("$.title = 7", "$.title", "is the number 7; give text")]
    [InlineData("$.title = null", "$.title", "is null; give text")]
    [InlineData("$.title = {}", "$.title", "is an object; give text")]
    [InlineData("$.term = []", "$.term", "is a list; give an object with the fields effectiveDate, initialMonths, renewal, renewalMonths, ")]
    [InlineData("$.term = null", "$.term", "is null; give an object with the fields effectiveDate, ")]
    [InlineData("$.term -", "$.term", "is missing; give an object with the fields effectiveDate, ")]
    [InlineData("$.objectives -", "$.objectives", "is missing; give a list")]
    [InlineData("$.objectives = \"none\"", "$.objectives", "is the text \"none\"; give a list")]
    [InlineData("$.objectives[2] = null", "$.objectives[2]", "is null; give an object with the fields description, metric, baseline, target, due")]
    [InlineData("$.workstreams[0].deliverables[1] = null", "$.workstreams[0].deliverables[1]", "is null; give text")]
    [InlineData("$.term.initialMonths = \"60\"", "$.term.initialMonths", "is the text \"60\"; give a whole number, without quotation marks")]
    [InlineData("$.term.initialMonths = 60.0", "$.term.initialMonths", "is 60.0; give a whole number, without decimals or exponent")]
    [InlineData("$.term.initialMonths = 6e1", "$.term.initialMonths", "is 6e1; give a whole number, without decimals or exponent")]
    [InlineData("$.term.initialMonths = 99999999999", "$.term.initialMonths", "is 99999999999, which is out of range")]
    [InlineData("$.term.effectiveDate = \"2027-02-29\"", "$.term.effectiveDate", "is \"2027-02-29\", which is no date of the calendar; give a date as \"yyyy-MM-dd\"")]
    [InlineData("$.term.effectiveDate = \"01/01/2027\"", "$.term.effectiveDate", "give a date as \"yyyy-MM-dd\"")]
    [InlineData("$.term.effectiveDate = \"2027-1-1\"", "$.term.effectiveDate", "give a date as \"yyyy-MM-dd\"")]
    [InlineData("$.term.effectiveDate = \"2027-01-01T00:00:00Z\"", "$.term.effectiveDate", "give a date as \"yyyy-MM-dd\"")]
    [InlineData("$.dataProtection.protectedHealthInformation = \"yes\"", "$.dataProtection.protectedHealthInformation", "is the text \"yes\"; give true or false")]
    [InlineData("$.dataProtection.protectedHealthInformation = 1", "$.dataProtection.protectedHealthInformation", "is the number 1; give true or false")]
    [InlineData("$.resourceLedger[0].value.amount = \"5\"", "$.resourceLedger[0].value.amount", "give a number, without quotation marks")]
    [InlineData("$.resourceLedger[0].value.amount = 1e6", "$.resourceLedger[0].value.amount", "is 1e6; write the number out, without exponent")]
    [InlineData("$.resourceLedger[0].value.amount = 0.00000000000000000000000000001", "$.resourceLedger[0].value.amount", "which has too many digits")]
    [InlineData("$.parties[1].shortname = \"BV\"", "$.parties[1].shortname", "is not a field of a request here; did you mean \"shortName\"?")]
    [InlineData("$.budget = 1", "$.budget", "is not a field of a request here; the fields are form, title, parties, ")]
    public void Read_StructureBroken_ReportsExactlyThatFault(string edits, string path, string fragment) =>
        Faults.AssertOnly(path, fragment, Faults.After(edits));

    [Theory]
    [InlineData("[]", "is a list; give an object with the fields form, title, ")]
    [InlineData("null", "is null; give an object with the fields form, title, ")]
    [InlineData("\"request\"", "is the text \"request\"; give an object")]
    public void Read_NoObject_ReportsItAtTheRoot(string json, string fragment) => Faults.AssertOnly("$", fragment, Faults.Of(json));

    [Fact]
    public void Read_EmptyObject_ReportsEveryRequiredSection()
    {
        var faults = Faults.Of("{}");

        Assert.Equal(21, faults.Count);
        Assert.Equal("$.form", faults[0].Path);
        Assert.Equal("$.signingPolicy", faults[^1].Path);
        Assert.All(faults, fault => Assert.StartsWith("is missing; give ", fault.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"a b\": 1", "$['a b']")]
    [InlineData("\"\": 1", "$['']")]
    [InlineData("\"it's\": 1", "$['it\\'s']")]
    [InlineData("\"line\\nbreak\": 1", "$['line\\nbreak']")]
    [InlineData("\"\\u202ereversed\": 1", "$['\\u{202E}reversed']")]
    public void Read_UnknownFieldWithOddName_ReportsItInBrackets(string field, string path) =>
        Faults.AssertOnly(path, "is not a field", Faults.Of(Sample().Replace(Title, $"{Title}, {field}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("x\\ude00")]
    [InlineData("\\ud83dx\\ude00")]
    [InlineData("\\ud83d\\ud83d\\ude00")]
    public void Read_TextThatHoldsHalfACharacter_IsRefused(string escaped) =>
        Faults.AssertOnly("$.title", "holds half a character", Faults.Of(Sample().Replace(Title, $"\"title\": \"{escaped}\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\\ud83d\\ude00")]
    [InlineData("\\\\ud83d")]
    [InlineData("\\uD83D\\uDE00 \\u00e9")]
    public void Read_TextWithWholeEscapes_IsAccepted(string escaped) =>
        Assert.Empty(Faults.Of(Sample().Replace(Title, $"\"title\": \"{escaped}\"", StringComparison.Ordinal)));

    [Fact]
    public void Read_FieldNameThatIsHalfACharacter_IsReportedAtItsObject() =>
        Faults.AssertOnly("$", "a field whose name holds half a character", Faults.Of(Sample().Replace(Title, $"{Title}, \"\\ud83d\": 1", StringComparison.Ordinal)));

    [Fact]
    public void Read_FieldTwice_IsRefused() =>
        Faults.AssertOnly("$.title", "stands here more than once; keep one", Faults.Of(Sample().Replace(Title, $"{Title}, {Title}", StringComparison.Ordinal)));

    [Fact]
    public void Read_FieldTwiceOneOfThemEscaped_IsRefused() =>
        Faults.AssertOnly("$.title", "more than once", Faults.Of(Sample().Replace(Title, $"{Title}, \"t\\u0069tle\": \"x\"", StringComparison.Ordinal)));

    [Fact]
    public void Read_LongValue_IsRepeatedOnlyInPart()
    {
        var value = new string('y', 5000);

        var fault = Assert.Single(Faults.After($"$.parties[1].address.country = \"{value}\""));

        Assert.Contains("yyy…\"", fault.Message, StringComparison.Ordinal);
        Assert.InRange(fault.Message.Count(character => character == 'y'), 60, 82);
    }

    [Fact]
    public void Read_LongUnknownName_IsRepeatedOnlyInPart() =>
        Assert.InRange(Assert.Single(Faults.After($"$.{new string('y', 5000)} = 1")).Path.Length, 60, 90);

    private static string Sample() => System.Text.Encoding.UTF8.GetString(SampleRequests.Read(SampleRequests.NorthernHeart));
}
