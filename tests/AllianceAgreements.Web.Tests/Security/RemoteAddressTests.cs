using System.Net;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Tests.Security;

public sealed class RemoteAddressTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void Of_Address_IsThePlainOne(string address, string expected) => Assert.Equal(expected, RemoteAddress.Of(From(address)));

    [Fact]
    public void Of_Unknown_IsNull() => Assert.Null(RemoteAddress.Of(new DefaultHttpContext()));

    [Fact]
    public void KeyOf_AddressesOfOneCustomer_IsOneKey()
    {
        Assert.Equal(RemoteAddress.KeyOf(From("2001:db8:1:2::1")), RemoteAddress.KeyOf(From("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(RemoteAddress.KeyOf(From("2001:db8:1:2::1")), RemoteAddress.KeyOf(From("2001:db8:1:3::1")));
        Assert.Equal(RemoteAddress.KeyOf(From("192.0.2.7")), RemoteAddress.KeyOf(From("::ffff:192.0.2.7")));
        Assert.NotEqual(RemoteAddress.KeyOf(From("192.0.2.7")), RemoteAddress.KeyOf(From("192.0.2.8")));
    }

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }
}
