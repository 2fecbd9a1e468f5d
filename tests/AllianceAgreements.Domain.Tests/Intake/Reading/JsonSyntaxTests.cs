using System.Text;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Reading;

public sealed class JsonSyntaxTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \r\n\t", "is empty")]
    [InlineData("{", "line 1, column 2: the text ends too early")]
    [InlineData("{\"title\": \"x", "the text ends too early")]
    [InlineData("{\n  // why\n}", "line 2, column 3: JSON has no comments")]
    [InlineData("{\n  \"form\": \"JointVenture\",\n}", "line 3, column 1: remove the comma before the closing bracket")]
    [InlineData("{\"form\": [1,]}", "remove the comma before the closing bracket")]
    [InlineData("{\"form\": 'JointVenture'}", "line 1, column 10: text stands between double quotation marks")]
    [InlineData("{\"é\": 1 \"title\": 2}", "line 1, column 9: a comma is missing before it")]
    [InlineData("{} {}", "line 1, column 4: a comma is missing before it, or the request ended already")]
    [InlineData("{\"title\": “x”}", "line 1, column 11: \"“\" is not expected here")]
    [InlineData("{\"title\": \"a\nb\"}", "a line break or control character inside text is written as an escape")]
    [InlineData("not json", "line 1, column")]
    [InlineData("{\"a\": 01}", "is not well-formed JSON at line 1")]
    [InlineData("{\"a\": NaN}", "\"N\" is not expected here")]
    public void Read_NotJson_SaysWhereAndWhy(string text, string fragment) => Faults.AssertOnly("$", fragment, Faults.Of(text));

    [Fact]
    public void Read_NotUtf8_SaysWhere()
    {
        var latin1 = Encoding.Latin1.GetBytes("{\n\"title\": \"Café\"}");

        Faults.AssertOnly("$", "is not UTF-8 at line 2, column 14; save the request as UTF-8", Faults.Of(latin1));
    }

    [Fact]
    public void Read_Utf16_IsRefused() =>
        Faults.AssertOnly("$", "is not ", Faults.Of(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()));

    [Fact]
    public void Read_ByteOrderMark_IsIgnored() =>
        Assert.Empty(Faults.Of(Encoding.UTF8.GetPreamble().Concat(SampleRequests.Read(SampleRequests.NorthernHeart)).ToArray()));

    [Fact]
    public void Read_OneByteTooLarge_IsRefused()
    {
        Assert.Empty(Faults.Of(PaddedTo(AgreementIntake.MaximumBytes)));
        Faults.AssertOnly("$", "has 1048577 bytes; a request has at most 1048576", Faults.Of(PaddedTo(AgreementIntake.MaximumBytes + 1)));
    }

    [Fact]
    public void Read_NestedTooDeep_SaysWhere()
    {
        Assert.DoesNotContain("too deeply", Assert.Single(Faults.Of(Nested(16))).Message, StringComparison.Ordinal);
        Faults.AssertOnly("$", "nests lists and objects too deeply at line 1, column 17", Faults.Of(Nested(17)));
    }

    [Fact]
    public void Read_HugeNesting_IsRefusedWithoutHarm() => Faults.AssertOnly("$", "too deeply", Faults.Of(Nested(500_000)));

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static byte[] PaddedTo(int bytes)
    {
        var sample = SampleRequests.Read(SampleRequests.NorthernHeart);
        return [.. sample, .. Enumerable.Repeat((byte)' ', bytes - sample.Length)];
    }
}
