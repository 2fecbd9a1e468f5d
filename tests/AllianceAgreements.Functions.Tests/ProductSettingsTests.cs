using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceAgreements.Functions.Tests;

public sealed class ProductSettingsTests
{
    private readonly Dictionary<string, string?> _values = new()
    {
        ["Product:PublicAddress"] = "https://agreements.example.org/",
    };

    [Fact]
    public void Read_WhatMustBeSaid_IsRead()
    {
        var settings = Read();

        Assert.Equal("https://agreements.example.org/", settings.PublicAddress.AbsoluteUri);
        Assert.Equal(1, settings.TrustedProxies);
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

    private ProductSettings Read() => ProductSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(_values).Build());
}
