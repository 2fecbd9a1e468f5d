using System.Text.Json.Nodes;
using AllianceAgreements.Azure.Mail;
using AllianceAgreements.Azure.Mail.SendGrid;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail.SendGrid;

public sealed class SendGridMailTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char['\u0020', '\u017F'], 1, 60].Where(text => !text.Any(char.IsControl));

    [Fact]
    public void Compose_Mail_SaysWhatSendGridIsToDo()
    {
        var mail = Compose(TestMail.Request);

        Assert.Empty(MailSendRules.FaultsOf(mail));
        var envelope = Assert.Single(mail["personalizations"]!.AsArray())!;
        Assert.Equal("""[{"name":"Zoë Ødegård","email":"zoe@example.org"}]""", Plain(envelope["to"]));
        Assert.Equal(
            $$"""{"mail":"{{MailKeys.HashOf(TestMail.Request.Key)}}","agreement":"{{TestMail.Agreement}}"}""", Plain(envelope["custom_args"]));
        Assert.Equal("""{"name":"Lakeside Legal","email":"agreements@lakeside.example"}""", Plain(mail["from"]));
        Assert.Equal("""{"email":"legal@lakeside.example"}""", Plain(mail["reply_to"]));
        Assert.Equal("""["approval-request"]""", Plain(mail["categories"]));
        Assert.Equal(TestMail.Request.Subject, mail["subject"]!.GetValue<string>());
        Assert.Equal(["text/plain", "text/html"], mail["content"]!.AsArray().Select(part => part!["type"]!.GetValue<string>()));
        Assert.Equal([TestMail.Request.Text, TestMail.Request.Html], mail["content"]!.AsArray().Select(part => part!["value"]!.GetValue<string>()));
        Assert.Equal("auto-generated", mail["headers"]!["Auto-Submitted"]!.GetValue<string>());
    }

    [Fact]
    public void Compose_Mail_TurnsEveryTrackingOff()
    {
        var tracking = Compose(TestMail.Request)["tracking_settings"]!;

        Assert.False(tracking["click_tracking"]!["enable"]!.GetValue<bool>());
        Assert.False(tracking["click_tracking"]!["enable_text"]!.GetValue<bool>());
        Assert.False(tracking["open_tracking"]!["enable"]!.GetValue<bool>());
        Assert.False(tracking["subscription_tracking"]!["enable"]!.GetValue<bool>());
    }

    [Fact]
    public void Compose_AnyMail_KeepsTheRulesAndItsText() => Gen.Select(Words, Words, Words, Words).Sample((name, subject, text, from) =>
    {
        var mail = Compose(
            TestMail.Request with { ToName = name, Subject = subject, Text = text, Html = $"<p>{text}</p>" }, options => options.From.Name = from);

        Assert.Empty(MailSendRules.FaultsOf(mail));
        Assert.Equal(subject, mail["subject"]!.GetValue<string>());
        Assert.Equal(text, mail["content"]![0]!["value"]!.GetValue<string>());
    }, iter: 500);

    [Theory]
    [InlineData("Ødegård, Zoë", "\"Ødegård, Zoë\"")]
    [InlineData("Zoë; Ada", "\"Zoë; Ada\"")]
    [InlineData("Zoë \"Z\" Ø, MD", "\"Zoë Z Ø, MD\"")]
    [InlineData("Zoë \"Z\" Ø", "Zoë \"Z\" Ø")]
    public void Compose_NameThatWouldBeReadAsSeveral_IsQuoted(string name, string expected) =>
        Assert.Equal(expected, Compose(TestMail.Request with { ToName = name })["personalizations"]![0]!["to"]![0]!["name"]!.GetValue<string>());

    [Fact]
    public void Compose_MailOfNoAgreement_HasNoArgumentForIt()
    {
        var envelope = Compose(TestMail.Request with { Key = "welcome/1" })["personalizations"]![0]!;

        Assert.Equal(["mail"], envelope["custom_args"]!.AsObject().Select(argument => argument.Key));
    }

    [Fact]
    public void Compose_LineBreakInAHeader_Throws() =>
        Assert.Throws<ArgumentException>(() => Compose(TestMail.Request with { Subject = "Review\r\nBcc: all@example.org" }));

    [Theory]
    [InlineData("""{"from":{"email":"a@b"},"subject":"s","content":[{"type":"text/plain","value":"t"}]}""", "personalizations")]
    [InlineData("""{"personalizations":[{"to":[]}],"from":{"email":"a@b"},"subject":"s","content":[{"type":"text/plain","value":"t"}]}""", "to must")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@b"}]}],"from":{},"subject":"s","content":[{"type":"text/plain","value":"t"}]}""", "from")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@b"}]}],"from":{"email":"a@b"},"subject":"a\nb","content":[{"type":"text/plain","value":"t"}]}""", "subject")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@b"}]}],"from":{"email":"a@b"},"subject":"s","content":[{"type":"text/html","value":"t"},{"type":"text/plain","value":"t"}]}""", "content must begin")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@b"}],"custom_args":{"n":1}}],"from":{"email":"a@b"},"subject":"s","content":[{"type":"text/plain","value":"t"}]}""", "custom_args")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@b"}]}],"from":{"email":"a@b"},"subject":"s","content":[{"type":"text/plain","value":"t"}],"categories":["a","a"]}""", "categories")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@b"}]}],"from":{"email":"a@b"},"subject":"s","content":[{"type":"text/plain","value":"t"}],"headers":{"Subject":"x"}}""", "headers")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@b"}]}],"from":{"email":"a@b"},"subject":"s","content":[{"type":"text/plain","value":"t"}],"cattegories":[]}""", "cattegories")]
    public void Rules_WhatSendGridRefuses_AreNoticed(string json, string fault) =>
        Assert.StartsWith(fault, Assert.Single(MailSendRules.FaultsOf(JsonNode.Parse(json)!)), StringComparison.Ordinal);

    private static JsonNode Compose(OutgoingMail mail, Action<MailOptions>? configure = null) =>
        JsonNode.Parse(SendGridMail.Compose(mail, TestMail.Options(configure)).Serialize())!;

    private static string Plain(JsonNode? node) => node!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
