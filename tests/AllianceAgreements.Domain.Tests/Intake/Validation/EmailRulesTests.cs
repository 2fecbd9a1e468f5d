using System.Text.Json;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class EmailRulesTests
{
    private const string Path = "$.parties[1].signatory.email";

    [Theory]
    [InlineData("")]
    [InlineData("@hospital.example")]
    [InlineData("name@")]
    [InlineData("name")]
    [InlineData("name@localhost")]
    [InlineData("a@b@hospital.example")]
    [InlineData("Ellen Baptiste <ellen@hospital.example>")]
    [InlineData("<ellen@hospital.example>")]
    [InlineData("\"ellen\"@hospital.example")]
    [InlineData("ellen(home)@hospital.example")]
    [InlineData("ellen@hospital.example,other@hospital.example")]
    [InlineData("ellen@hospital.example;other@hospital.example")]
    [InlineData("ellen@hospital.example\r\nBcc: other@hospital.example")]
    [InlineData("ellen@hospital.example\n")]
    [InlineData(" ellen@hospital.example")]
    [InlineData("ellen baptiste@hospital.example")]
    [InlineData(".ellen@hospital.example")]
    [InlineData("ellen.@hospital.example")]
    [InlineData("el..len@hospital.example")]
    [InlineData("ellen@.example")]
    [InlineData("ellen@hospital..example")]
    [InlineData("ellen@-hospital.example")]
    [InlineData("ellen@hospital-.example")]
    [InlineData("ellen@hos_pital.example")]
    [InlineData("ellen@[192.0.2.1]")]
    [InlineData("ellen@192.0.2.1")]
    [InlineData("mailto:ellen@hospital.example")]
    [InlineData("ellen@hospital.example?subject=x")]
    public void Read_NoAddress_ReportsIt(string email) =>
        Faults.AssertOnly(Path, "which is no e-mail address; give the address alone", After(email));

    [Theory]
    [InlineData("ellen@krankenhäuser.example")]
    [InlineData("éllen@hospital.example")]
    public void Read_InternationalAddress_AsksForAscii(string email) => Faults.AssertOnly(Path, "in its xn-- form", After(email));

    [Fact]
    public void Read_AddressTooLong_ReportsIt()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 61), 4));
        Assert.Empty(After($"abcdef@{domain}"));
        Faults.AssertOnly(Path, "has 255 characters; an e-mail address has at most 254", After($"abcdefg@{domain}"));
    }

    [Fact]
    public void Read_LocalPartTooLong_ReportsIt()
    {
        Assert.Empty(After($"{new string('a', 64)}@hospital.example"));
        Faults.AssertOnly(Path, "which is no e-mail address", After($"{new string('a', 65)}@hospital.example"));
    }

    [Theory]
    [InlineData("e@h.example")]
    [InlineData("ellen.o'neill+alliance@heart-center.hospital.example")]
    [InlineData("ELLEN@HOSPITAL.EXAMPLE")]
    [InlineData("ellen@xn--krankenhuser-l8a.example")]
    [InlineData("ellen@3com.example")]
    public void Read_Address_IsAccepted(string email) => Assert.Empty(After(email));

    private static IReadOnlyList<Domain.Intake.Fault> After(string email) => Faults.After($"{Path} = {JsonSerializer.Serialize(email)}");
}
