using System.Text.Json;
using AllianceAgreements.Functions.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceAgreements.Functions.Tests;

public sealed class ProductSettingsTests
{
    private readonly Dictionary<string, string?> _values = new()
    {
        ["Product:PublicAddress"] = "https://agreements.example.org/",
        ["WEBSITE_SITE_NAME"] = "func-alliance",
        ["WEBSITE_POD_NAME"] = "0--1",
    };

    private static readonly (string, string?)[] OneMachine =
    [
        ("WEBSITE_SITE_NAME", null), ("WEBSITE_POD_NAME", null),
        ("Product:DevelopmentSignIn", "true"), ("Product:TrustedProxies", "0"), ("Product:PublicAddress", "http://localhost:7071/"),
    ];

    [Fact]
    public void Read_WhatMustBeSaid_IsRead()
    {
        var settings = Read();

        Assert.Equal("https://agreements.example.org/", settings.PublicAddress.AbsoluteUri);
        Assert.Equal(1, settings.TrustedProxies);
        Assert.False(settings.DevelopmentSignIn);
    }

    [Fact]
    public void Read_TrustedProxies_AreRead()
    {
        _values["Product:TrustedProxies"] = "2";

        Assert.Equal(2, Read().TrustedProxies);
    }

    [Theory]
    [InlineData("Product:PublicAddress", null)]
    [InlineData("Product:PublicAddress", "agreements.example.org")]
    [InlineData("Product:PublicAddress", "http://agreements.example.org/")]
    [InlineData("Product:PublicAddress", "https://agreements.example.org/app/")]
    [InlineData("Product:PublicAddress", "https://agreements.example.org/?a=b")]
    [InlineData("Product:TrustedProxies", "-1")]
    [InlineData("Product:TrustedProxies", "many")]
    [InlineData("Product:DevelopmentSignIn", "yes")]
    public void Read_SomethingIsWrong_NamesIt(string name, string? value)
    {
        _values[name] = value;

        Assert.StartsWith($"{name} must be ", Assert.Throws<InvalidOperationException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralThingsAreWrong_NamesThemAll()
    {
        _values.Clear();
        _values["Product:TrustedProxies"] = "many";

        var fault = Assert.Throws<InvalidOperationException>(() => Read()).Message;

        Assert.Contains("Product:PublicAddress", fault, StringComparison.Ordinal);
        Assert.Contains("Product:TrustedProxies", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DevelopmentSignInOnOneMachine_IsRead()
    {
        Set(OneMachine);
        Set(("CONTAINER_NAME", "a-container-elsewhere-has-one-too"));

        Assert.True(Read().DevelopmentSignIn);
    }

    [Theory]
    [InlineData("WEBSITE_SITE_NAME", "func-alliance", "Product:DevelopmentSignIn must be left out")]
    [InlineData("WEBSITE_INSTANCE_ID", "0123", "Product:DevelopmentSignIn must be left out")]
    [InlineData("WEBSITE_POD_NAME", "0--1", "Product:DevelopmentSignIn must be left out")]
    [InlineData("WEBSITE_AUTH_ENABLED", "False", "Product:DevelopmentSignIn must be left out")]
    [InlineData("Product:TrustedProxies", null, "Product:TrustedProxies must be 0")]
    [InlineData("Product:PublicAddress", "https://agreements.example.org/", "Product:PublicAddress must be on this machine")]
    public void Read_DevelopmentSignInWhereOthersCome_IsRefused(string name, string? value, string advice)
    {
        Set(OneMachine);
        Set((name, value));

        Assert.StartsWith(advice, Assert.Throws<InvalidOperationException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("WEBSITE_POD_NAME")]
    [InlineData("CONTAINER_NAME")]
    public void Read_PlatformNamesAppAndInstance_IsBelieved(string instance)
    {
        Set(("WEBSITE_POD_NAME", null), (instance, "0123"));

        Assert.False(Read().DevelopmentSignIn);
    }

    [Theory]
    [InlineData("WEBSITE_SITE_NAME")]
    [InlineData("WEBSITE_POD_NAME")]
    public void Read_AuthenticationSetButNotByThePlatform_IsRefused(string missing)
    {
        Set(("WEBSITE_AUTH_ENABLED", "True"), (missing, ""));

        var fault = Assert.Throws<InvalidOperationException>(() => Read()).Message;

        Assert.StartsWith("WEBSITE_AUTH_ENABLED must be set by App Service alone", fault, StringComparison.Ordinal);
        Assert.Contains("set Product:DevelopmentSignIn to true", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_OfLocalSettings_StartsHereAndNotOnThePlatform()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(FunctionsHost.ProductSource, "local.settings.sample.json")));
        _values.Clear();
        Set([.. sample.RootElement.GetProperty("Values").EnumerateObject().Select(setting => (setting.Name, setting.Value.GetString()))]);

        Assert.True(Read().DevelopmentSignIn);
        Set(("WEBSITE_SITE_NAME", "func-alliance"));
        Assert.Throws<InvalidOperationException>(() => Read());
    }

    private void Set(params (string Name, string? Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            _values[name] = value;
        }
    }

    private ProductSettings Read() => ProductSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(_values).Build());
}
