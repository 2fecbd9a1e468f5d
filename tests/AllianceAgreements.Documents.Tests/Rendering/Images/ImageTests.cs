using System.IO.Compression;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Intake.Images;
using AllianceAgreements.Testing.Requests;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Rendering.Images;

public sealed class ImageTests
{
    private const string Tag = "{{image logo | width:\"4 cm\" | height:\"2 cm\"}}";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private static readonly Picture Wide = PictureOf(LogoFile.Png(300, 100), "Heart & \"Co\" <Ltd>");

    private static readonly Picture High = PictureOf(LogoFile.Jpeg(100, 200), "Seal");

    [Fact]
    public void Image_Given_StandsInItsRoomWithItsDescription()
    {
        var filled = Fill.With(P($"A{Tag}B"), new Sheet { Logo = Wide });

        var drawing = Assert.Single(filled.Document.Descendants(Word.Drawing + "inline"));
        Assert.Equal(("1440000", "480000"), SizeOf(drawing.Element(Word.Drawing + "extent")!));
        Assert.Equal(("1440000", "480000"), SizeOf(drawing.Descendants(Main + "ext").Single()));
        Assert.Equal("Heart & \"Co\" <Ltd>", (string?)drawing.Element(Word.Drawing + "docPr")!.Attribute("descr"));
        Assert.Equal(Wide.Image.Content.ToArray(), filled.PartBytes(Target(filled, "word/document.xml", drawing.Descendants(Main + "blip").Single())));
        Assert.Equal(["AB"], filled.Paragraphs);
    }

    [Fact]
    public void Image_Absent_LeavesNothing()
    {
        var filled = Fill.With(P($"A{Tag}B", "{{#if logo}}a logo{{else}}none{{/if}}"));

        Assert.Equal(["AB", "none"], filled.Paragraphs);
        Assert.Empty(filled.Document.Descendants(Word.Main + "drawing"));
        Assert.DoesNotContain(filled.PartNames, name => name.Contains("media", StringComparison.Ordinal));
    }

    [Fact]
    public void If_ImageGiven_Holds() => Assert.Equal("a logo", Fill.Text("{{#if logo}}a logo{{else}}none{{/if}}", new Sheet { Logo = Wide }));

    [Fact]
    public void Image_InEveryPart_IsStoredOnceAndReachedFromEach()
    {
        var template = new Template
        {
            Body = P(Tag, "{{image seal}}", Tag) + Table(Row(Tag, "x")) + P("{{> clauses/a}}") + Runs(TextBox(P(Tag))) + P("{{#each people}}", Tag, "{{/each}}"),
            Header = P(Tag),
            Footer = Table(Row("{{image seal | height:\"1 cm\"}}", "y")) + P("z"),
        };

        var filled = Fill.With(template, new Sheet { Logo = Wide, Seal = High }, ("a", P($"In a clause {Tag}")));

        Assert.Equal(
            new[] { Wide.PartName, High.PartName }.Order(StringComparer.Ordinal),
            filled.PartNames.Where(name => name.StartsWith("word/media/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        AssertTargets(filled, "word/document.xml", [.. Enumerable.Repeat(Wide.PartName, 8), High.PartName]);
        AssertTargets(filled, "word/header.xml", [Wide.PartName]);
        AssertTargets(filled, "word/footer.xml", [High.PartName]);
        var package = SafePackage.Open(filled.Bytes);
        Assert.Equal(("image/png", "image/jpeg"), (package.ContentTypes.Of(Wide.PartName), package.ContentTypes.Of(High.PartName)));
        Assert.Equal(2, package.RelationshipsOf("word/document.xml").Count(link => link.Kind == "image"));
    }

    [Fact]
    public void Image_BesideDrawingsAndLinksOfTheTemplate_TakesNoneOfTheirNumbersAndNames()
    {
        var template = new Template { Body = Runs(Image("rIdImage1", 1)) + P(Tag) + Runs(Image("rIdImage1", 2)) }
            .With("rIdImage1", "image", "media/own.png", LogoFile.Png(20, 20, 1));

        var filled = Fill.With(template, new Sheet { Logo = Wide });

        AssertTargets(filled, "word/document.xml", ["word/media/own.png", Wide.PartName, "word/media/own.png"]);
    }

    [Fact]
    public void Image_ThatAClauseBringsAlongToo_IsStoredOnce()
    {
        var clause = new Template { Body = Runs(Image("r9")) }.With("r9", "image", "media/own.png", Wide.Image.Content.ToArray());

        var filled = Fill.With(P("{{> clauses/a}}", Tag), new Sheet { Logo = Wide }, ("a", clause));

        AssertTargets(filled, "word/document.xml", [Wide.PartName, Wide.PartName]);
        Assert.Single(filled.PartNames, name => name.StartsWith("word/media/", StringComparison.Ordinal));
    }

    /// <summary>A PNG or JPEG is compressed in itself.</summary>
    [Fact]
    public void Image_InThePackage_IsNotCompressedAgain()
    {
        var filled = Fill.With(P(Tag, "{{image seal}}"), new Sheet { Logo = Wide, Seal = High });

        using var archive = new ZipArchive(new MemoryStream(filled.Bytes));
        Assert.All([Wide, High], picture => Assert.Equal(picture.Image.Content.Length, archive.GetEntry(picture.PartName)!.CompressedLength));
        var text = archive.GetEntry("word/document.xml")!;
        Assert.InRange(text.CompressedLength, 1, text.Length - 1);
    }

    [Fact]
    public void Image_SecondDraft_HasTheSameBytes()
    {
        var template = new Template { Body = P(Tag, "{{image seal}}"), Header = P(Tag) };
        var sheet = new Sheet { Logo = Wide, Seal = High };

        Assert.Equal(Fill.ToBytes(template, sheet), Fill.ToBytes(template, sheet));
        Assert.NotEqual(Fill.ToBytes(template, sheet), Fill.ToBytes(template, sheet with { Logo = High }));
    }

    [Fact]
    public void Image_InTheFormattingOfItsTag_KeepsIt()
    {
        var filled = Fill.With(Runs(R(Tag, "<w:position w:val=\"6\"/>")), new Sheet { Logo = Wide });

        Assert.Equal("6", Word.ValueOf(filled.Document.Descendants(Word.Main + "drawing").Single().Parent!.Element(Word.RunProperties)!.Element(Word.Main + "position")));
    }

    [Theory]
    [InlineData("{{image title}}", "Only an image can be placed, and this is a text")]
    [InlineData("{{image lego}}", "no field \"lego\" here; did you mean \"logo\"?")]
    [InlineData("{{image logo | width:\"much\"}}", "\"much\" is not a length")]
    [InlineData("{{image \"x\"}}", "name of a field")]
    [InlineData("{{logo}}", "This is an image; place it with {{image …}}")]
    [InlineData("{{logo | upper}}", "takes a plain value, and this is an image")]
    [InlineData("{{#if logo == seal}}x{{/if}}", "An image cannot be compared")]
    public void Image_Faulty_IsReportedWithItsTag(string tag, string message)
    {
        var fault = Fill.Fault(P($"See {tag} here."));

        Assert.StartsWith(fault.Tag!, tag, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_WhereNoneCanStand_IsReported()
    {
        var note = new Template { Body = Runs(R("x"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), Footnote = P(Tag) };
        var property = new Template { Body = P("x"), Title = "{{image logo}}" };

        Assert.Contains("cannot stand in a footnote or endnote", Fill.Fault(note, new Sheet { Logo = Wide }).Message, StringComparison.Ordinal);
        Assert.Contains("cannot stand in a document property", Fill.Fault(property, new Sheet { Logo = Wide }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_DescribedWithAForbiddenCharacter_IsReported() =>
        Assert.Contains("U+0001", Fill.Fault(P(Tag), new Sheet { Logo = Wide with { Description = "a\u0001b" } }).Message, StringComparison.Ordinal);

    [Fact]
    public void Image_UnknownField_DoesNotMakeAFieldCalledImageATag() =>
        Assert.Contains("no field \"image\" here", Fill.Fault(P("{{image}}")).Message, StringComparison.Ordinal);

    private static Picture PictureOf(byte[] file, string description) =>
        RasterImage.TryRead(LogoFile.Base64(file), out var image, out var problem) ? new Picture(image, description) : throw new ArgumentException(problem, nameof(file));

    private static (string?, string?) SizeOf(XElement extent) => ((string?)extent.Attribute("cx"), (string?)extent.Attribute("cy"));

    /// <summary>The images that a part shows, from wherever they stand in it.</summary>
    private static void AssertTargets(Filled filled, string part, string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        filled.Part(part).Descendants(Main + "blip").Select(image => Target(filled, part, image)).Order(StringComparer.Ordinal));

    private static string Target(Filled filled, string part, XElement image)
    {
        var id = (string?)image.Attribute(Word.Relationships + "embed");
        return SafePackage.Open(filled.Bytes).RelationshipsOf(part).Single(link => link.Id == id).Target;
    }
}
