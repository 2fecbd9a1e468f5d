using AllianceAgreements.Azure.Mail;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail;

public sealed class AddressRedactionTests
{
    [Theory]
    [InlineData("5.1.1 <zoe@example.org>: unknown", "5.1.1 <[address]>: unknown")]
    [InlineData("You have included zoe@example.org more than once, and \"ada@example.org\"", "You have included [address] more than once, and \"[address]\"")]
    [InlineData("see https://example.org/?who=zoe%40example.org", "see https:[address]")]
    [InlineData("ZOË@EXÄMPLE.ORG", "[address]")]
    [InlineData("No such user", "No such user")]
    public void WithoutAddresses_Text_KeepsTheRest(string text, string expected) => Assert.Equal(expected, text.WithoutAddresses());

    [Fact]
    public void WithoutAddresses_LongText_IsCut() => Assert.Equal(501, new string('x', 10_000).WithoutAddresses().Length);
}
