using System.Security;
using System.Xml;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Tests.Packages;
using CsCheck;
using Xunit;
using static AllianceAgreements.Documents.Tests.Preview.WordXmlText;

namespace AllianceAgreements.Documents.Tests.Preview;

public sealed class PreviewSafetyTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "javascript:alert(1)", "&lt;script&gt;", "]]>", "<!--", "-->",
        "{{party}}", "\u202Egnp.exe", "\u0000", "\uFFFE", "\uD800", "\uD83D\uDE00", "%1", "<", ">", "&", "</p>", "\u2028",
    ];

    private static readonly Gen<string> AnyText =
        Gen.OneOf(Gen.String, Gen.OneOf(Hostile), Gen.Select(Gen.OneOf(Hostile), Gen.String, (hostile, text) => text + hostile))
            .Select(OnlyXml);

    [Fact]
    public void ToHtml_AnyTextAnywhere_HoldsOnlyKnownElementsAndTheWholeText() =>
        Gen.Select(AnyText, AnyText, AnyText, AnyText, AnyText).Sample((run, cell, note, number, description) =>
        {
            var body = PreviewHtml.Parse(Document(run, cell, note, number, description));

            PreviewHtml.AssertSafe(body);
            Assert.Contains(Visible(run), Visible(body.Value), StringComparison.Ordinal);
            Assert.Contains(Visible(cell), Visible(body.Value), StringComparison.Ordinal);
            Assert.Contains(Visible(note), Visible(body.Value), StringComparison.Ordinal);
        }, iter: 500);

    [Fact]
    public void ToHtml_AnyByteOfADocumentChanged_WorksSafelyOrSaysInvalidData()
    {
        var valid = Document("run", "cell", "note", "%1.", "picture").ToBytes();
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte[1, 255], Gen.Bool).Sample(change =>
        {
            var (position, mask, cut) = change;
            var damaged = cut ? valid[..position] : (byte[])valid.Clone();
            if (!cut)
            {
                damaged[position] ^= mask;
            }

            try
            {
                new WordPreview().ToHtml(damaged);
                Assert.False(cut);
            }
            catch (InvalidDataException exception)
            {
                Assert.StartsWith("The file is not a Word document", exception.Message, StringComparison.Ordinal);
            }
        }, iter: 5_000);
    }

    [Fact]
    public void ToHtml_AnyCharacterOfTheXmlChanged_WorksSafelyOrSaysInvalidData()
    {
        var file = Document("run", "cell", "note", "%1.", "picture");
        Gen.Select(Gen.Int[0, file.Body.Length - 1], Gen.OneOf(Gen.Char, Gen.OneOf('<', '>', '"', '/', '&', ' ', 'w', '0', '9'))).Sample((position, character) =>
        {
            var damaged = Document("run", "cell", "note", "%1.", "picture", body => body[..position] + character + body[(position + 1)..]);
            try
            {
                PreviewHtml.AssertSafe(PreviewHtml.Parse(damaged));
            }
            catch (InvalidDataException exception)
            {
                Assert.StartsWith("The file is not a Word document", exception.Message, StringComparison.Ordinal);
            }
        }, iter: 3_000);
    }

    [Fact]
    public void ToHtml_DocumentType_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => new WordPreview().ToHtml(
            new WordFile().With("word/evil.xml", "<!DOCTYPE w:document [<!ENTITY a \"b\">]><w:document " + WordFile.Namespaces + "/>").ToBytes(mainPart: "word/evil.xml")));

    private static WordFile Document(string run, string cell, string note, string number, string description, Func<string, string>? change = null)
    {
        var escaped = SecurityElement.Escape(description);
        var body = Item(1, 0, run)
            + $"<w:p><w:ins>{Run(run, "<w:rtl/><w:b/>")}</w:ins><w:del>{Run(cell, "<w:i/>")}</w:del></w:p>"
            + $"<w:tbl><w:tblPr><w:tblCaption w:val=\"{escaped}\"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{Paragraph(cell)}</w:tc></w:tr></w:tbl>"
            + $"<w:p>{Run("x")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:drawing><wp:docPr descr=\"{escaped}\"/><a:blip xmlns:a=\"a\"/></w:drawing></w:r></w:p>"
            + Styled(description);
        return new WordFile
        {
            Styles = $"<w:style w:type=\"paragraph\" w:styleId=\"{escaped}\"><w:name w:val=\"{escaped}\"/></w:style>",
            Numbering = List(0, ("decimal", SecurityElement.Escape(number), "")) + Use(1, 0),
            Footnotes = $"<w:footnote w:id=\"2\">{Paragraph(note)}</w:footnote>",
            Body = change is null ? body : change(body),
        };
    }

    /// <summary>The text without what no XML file can hold.</summary>
    private static string OnlyXml(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));

    /// <summary>XML changes line ends, and a paragraph of spaces alone is not shown.</summary>
    private static string Visible(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character)));
}
