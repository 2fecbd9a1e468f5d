using System.Text.Json;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake.Validation;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("", "is blank; give text")]
    [InlineData(" \u00a0\u3000", "is blank; give text")]
    [InlineData(" x", "remove the space at its start or end")]
    [InlineData("x\u00a0", "remove the space at its start or end")]
    [InlineData("a\nb", "has a line break; write it on one line")]
    [InlineData("a\rb", "has a line break; write it on one line")]
    [InlineData("a\u2028b", "has a line break; write it on one line")]
    [InlineData("a\0b", "the invisible character U+0000; remove it")]
    [InlineData("a\u001bb", "U+001B")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("a\uffffb", "U+FFFF")]
    [InlineData("a\ufeffb", "U+FEFF")]
    [InlineData("a\u202eb", "U+202E")]
    public void Read_UnwantedText_ReportsIt(string text, string fragment) =>
        Faults.AssertOnly("$.title", fragment, Faults.After($"$.title = {JsonSerializer.Serialize(text)}"));

    [Theory]
    [InlineData("a\r\nb", "U+000D")]
    [InlineData("a\u2029b", "U+2029")]
    [InlineData("a\tb", "U+0009")]
    public void Read_UnwantedTextWhereLinesAreAllowed_ReportsIt(string text, string fragment) =>
        Faults.AssertOnly("$.rationale.marketPositioning", fragment, Faults.After($"$.rationale.marketPositioning = {JsonSerializer.Serialize(text)}"));

    [Theory]
    [InlineData("{{party.legalName}} <w:p> & \"quoted\"")]
    [InlineData("בית חולים")]
    [InlineData("مستشفى القلب")]
    [InlineData("👩‍⚕️ 病院 Ærø e\u0301")]
    [InlineData("x")]
    public void Read_TextOfAnyScript_IsAccepted(string text) =>
        Assert.Empty(Faults.After($"$.title = {JsonSerializer.Serialize(text)}"));

    [Fact]
    public void Read_LengthOfEmoji_IsCountedInCharacters()
    {
        Assert.Empty(Faults.After($"$.title = \"{string.Concat(Enumerable.Repeat("🏥", 200))}\""));
        Faults.AssertOnly("$.title", "has 201 characters", Faults.After($"$.title = \"{string.Concat(Enumerable.Repeat("🏥", 201))}\""));
    }

    [Fact]
    public void Read_ValueThatLooksLikeAPlaceholder_IsRepeatedAsItIs() =>
        Faults.AssertOnly(
            "$.parties[1].address.country", "is \"{PropertyName} {Problem}\", which", Faults.After("$.parties[1].address.country = \"{PropertyName} {Problem}\""));
}
