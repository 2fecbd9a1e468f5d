using System.Security.Claims;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Tests.Hosting;
using CsCheck;

namespace AllianceAgreements.Web.Tests.Auth;

public sealed class AppServicePrincipalTests
{
    private const string LongObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    [Fact]
    public void Read_Person_HasNameRolesAndAnIdThatStays()
    {
        var principal = AppServicePrincipal.Read(ClientPrincipal.Of("Legal", "Auditor", "Something else"))!;

        Assert.True(principal.Identity!.IsAuthenticated);
        Assert.Equal("Ada Lawyer", principal.Identity.Name);
        Assert.Equal($"{ClientPrincipal.Tenant}/{ClientPrincipal.ObjectId}", principal.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.Equal(["Auditor", "Legal"], principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value).Order(StringComparer.Ordinal));
        Assert.Equal(4, principal.Claims.Count());
    }

    [Fact]
    public void Read_ApplicationToken_IsNamedByItsApplication()
    {
        var principal = AppServicePrincipal.Read(ClientPrincipal.Encode("aad", ("azp", "app-1"), ("oid", "1"), (ClaimTypes.Role, "Legal")))!;

        Assert.Equal("Application app-1", principal.Identity!.Name);
        Assert.Equal("1", principal.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.True(principal.IsInRole("Legal"));
    }

    [Theory]
    [InlineData("legal")]
    [InlineData("Legal ")]
    [InlineData("Legal,Administrator")]
    public void Read_RoleSpelledOtherwise_IsNoRole(string role) =>
        Assert.Empty(AppServicePrincipal.Read(ClientPrincipal.Of(role))!.FindAll(ClaimTypes.Role));

    public static TheoryData<string> Refused() =>
    [
        "", " ", "not base64!", "e30", "e30=", "bnVsbA==",
        ClientPrincipal.Encode("[]"),
        ClientPrincipal.Encode("{\"auth_typ\":\"aad\"}"),
        ClientPrincipal.Encode("{\"auth_typ\":\"aad\",\"claims\":null}"),
        ClientPrincipal.Encode("{\"auth_typ\":\"aad\",\"claims\":[null]}"),
        ClientPrincipal.Encode("{\"auth_typ\":\"aad\",\"claims\":[{\"typ\":\"oid\",\"val\":7}]}"),
        ClientPrincipal.Encode("{\"auth_typ\":\"aad\",\"claims\":[{\"typ\":\"oid\",\"val\":\"1\"}]"),
        ClientPrincipal.Encode("aad", ("name", "No id"), ("roles", "Administrator")),
        ClientPrincipal.Encode("aad", (LongObjectId, " "), ("roles", "Administrator")),
        ClientPrincipal.Encode("google", (LongObjectId, "1"), ("roles", "Administrator")),
        ClientPrincipal.Encode("aad", (LongObjectId, "1"), ("groups", new string('g', AppServicePrincipal.MaximumLength))),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhatThePlatformDoesNotSend_IsNobody(string value) => Assert.Null(AppServicePrincipal.Read(value));

    [Fact]
    public void Read_AnyChange_NeverThrows()
    {
        var sent = ClientPrincipal.Of("Legal");
        Gen.Select(Gen.Int[0, sent.Length - 1], Gen.Char, Gen.Int[0, sent.Length]).Sample((at, character, length) =>
            AppServicePrincipal.Read((sent[..at] + character + sent[(at + 1)..])[..length])?.Identity?.IsAuthenticated != false);
        Gen.String.Sample(json => AppServicePrincipal.Read(ClientPrincipal.Encode(json)) is null);
    }
}
