using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Packages;

public sealed class SafePackageTests
{
    private const string Main = "word/document.xml";

    private static readonly byte[] Valid = new WordFile { Styles = "" }.ToBytes();

    [Fact]
    public void Open_WordDocument_GivesItsParts()
    {
        var package = SafePackage.Open(Valid);
        package.Verify();

        Assert.Equal(Main, package.MainDocument);
        Assert.Equal(ContentTypes.WordDocument, package.ContentTypes.Of(Main));
        Assert.Contains(package.RelationshipsOf(Main), link => link is { Kind: "styles", Target: "word/styles.xml" });
        Assert.Equal("Agreement", package.Read(Main, reader => XDocument.Load(reader).Root!.Value));
    }

    [Fact]
    public void Open_SliceOfALargerBuffer_ReadsTheSlice()
    {
        byte[] larger = [.. new byte[7], .. Valid, .. new byte[9]];

        Assert.Equal(Main, SafePackage.Open(larger.AsMemory(7, Valid.Length)).MainDocument);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("%PDF-1.7 and then some text that is long enough for a header")]
    public void Open_NotAPackage_SaysSo(string text) => AssertInvalid(Encoding.UTF8.GetBytes(text), "does not begin as a ZIP package");

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("word/../../evil.xml")]
    [InlineData("/evil.xml")]
    [InlineData("word\\evil.xml")]
    [InlineData("c:evil.xml")]
    [InlineData("word/%2e%2e/evil.xml")]
    [InlineData("word//evil.xml")]
    public void Open_NameOutsideThePackage_IsRefused(string name) => AssertInvalid(new WordFile().With(name).ToBytes(), "outside the package");

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("WORD/Document.XML")]
    public void Open_PartTwice_IsRefused(string name) => AssertInvalid(new WordFile().With(name).ToBytes(), "twice");

    [Fact]
    public void Open_FolderEntry_IsNoPart() =>
        Assert.False(SafePackage.Open(new WordFile().With("word/").ToBytes()).Contains("word/"));

    [Fact]
    public void Open_TooManyEntries_IsRefused() =>
        AssertInvalid(Valid, "the most is 3", new PackageLimits { MaximumEntries = 3 });

    [Fact]
    public void Open_TooLarge_IsRefused() =>
        AssertInvalid(new byte[2 * 1024 * 1024], "larger than 1 MiB", new PackageLimits { MaximumBytes = 1024 * 1024 });

    [Fact]
    public void Open_Bomb_IsRefusedBeforeItExpands() =>
        AssertInvalid(new WordFile { Compression = System.IO.Compression.CompressionLevel.SmallestSize }
            .With("word/media/zeros.bin", new string('0', 8 * 1024 * 1024)).ToBytes(), "expands to far more");

    [Fact]
    public void Open_ManySmallBombs_AreRefusedTogether()
    {
        var file = new WordFile();
        for (var index = 0; index < 20; index++)
        {
            file.With($"word/media/{index}.bin", new string('0', 900 * 1024));
        }

        AssertInvalid(file.ToBytes(), "expands to far more", new PackageLimits { MaximumExpandedBytes = 16 * 1024 * 1024 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(-500_000)]
    public void Read_SizeThatLies_IsRefused(int difference)
    {
        const string Name = "word/media/zeros.bin";
        const int Length = 600_000;
        var honest = new WordFile().With(Name, new string('0', Length)).ToBytes();
        var package = SafePackage.Open(ZipBytes.Claiming(honest, Name, (uint)(Length + difference)));

        var exception = Assert.Throws<InvalidDataException>(() => package.ReadBytes(Name));
        Assert.Contains("damaged", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Length, SafePackage.Open(honest).ReadBytes(Name).Length);
    }

    [Fact]
    public void Open_HeadersThatDisagree_AreRefused()
    {
        var local = ZipBytes.LocalHeader(Valid, "word/styles.xml");

        AssertInvalid(ZipBytes.With(Valid, local + 30, (ushort)('v' | ('o' << 8))), "contradicts its directory");
        AssertInvalid(ZipBytes.With(Valid, local + 8, (ushort)0), "contradicts its directory");
    }

    [Fact]
    public void Open_EntriesThatShareData_AreRefused()
    {
        // The record of one part points at the local header of another of the same name length.
        var file = new WordFile().With("word/a.bin", "one").With("word/b.bin", "two").ToBytes();
        var first = ZipBytes.LocalHeader(file, "word/a.bin");
        var second = ZipBytes.DirectoryRecord(file, "word/b.bin");
        var shared = ZipBytes.With(file, second + 42, (uint)first);
        shared[second + 46 + 5] = (byte)'a';
        ZipBytes.With(shared, second + 16, BitConverter.ToUInt32(file, ZipBytes.DirectoryRecord(file, "word/a.bin") + 16)).CopyTo(shared, 0);

        AssertInvalid(shared, "overlap");
    }

    [Fact]
    public void Open_Encrypted_IsRefused() =>
        AssertInvalid(ZipBytes.With(Valid, ZipBytes.DirectoryRecord(Valid, Main) + 8, (ushort)1), "without a password");

    [Fact]
    public void Open_DataAfterwards_IsRefused() => AssertInvalid([.. Valid, .. "<script>"u8], "followed by other data");

    [Fact]
    public void Open_DataBefore_IsRefused() => AssertInvalid([.. "MZ"u8, .. Valid], "does not begin");

    [Theory]
    [InlineData("<w>&a;</w>")]
    [InlineData("<w>")]
    [InlineData("<!-- <!DOCTYPE w> <w/>")]
    [InlineData("<w><!DOCTYPE w></w>")]
    [InlineData("")]
    public void Verify_XmlThatIsNotWellFormed_IsRefused(string xml)
    {
        var package = SafePackage.Open(new WordFile().With("word/evil.xml", xml).ToBytes());

        Assert.Contains("word/evil.xml is not well-formed", Assert.Throws<InvalidDataException>(package.Verify).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"b\">]><w>&a;</w>")]
    [InlineData("<!DOCTYPE w SYSTEM \"http://example.org/evil.dtd\"><w/>")]
    [InlineData("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<!-- note -->\n<!DOCTYPE w><w/>")]
    public void Verify_DocumentType_IsRefusedByName(string xml)
    {
        var package = SafePackage.Open(new WordFile().With("word/evil.xml", xml).ToBytes());

        Assert.Contains(
            "word/evil.xml holds a document type definition (DTD)", Assert.Throws<InvalidDataException>(package.Verify).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Content_Types].xml")]
    [InlineData("_rels/.rels")]
    [InlineData("word/document.xml")]
    [InlineData("word/_rels/document.xml.rels")]
    [InlineData("word/styles.xml")]
    public void Read_DocumentTypeInAnyPart_IsRefusedByName(string part)
    {
        var file = new WordFile { Styles = "" }.ToBytes(content: (name, xml) => name == part ? $"<!DOCTYPE x [<!ENTITY a \"b\">]>{xml}" : xml);

        Assert.Contains(
            $"the part {part} holds a document type definition (DTD)", Assert.Throws<InvalidDataException>(() => SafePackage.Open(file).Verify()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_DeepNesting_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 100_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 100_000));
        var package = SafePackage.Open(new WordFile { Body = deep }.ToBytes());

        Assert.Contains("nested", Assert.Throws<InvalidDataException>(package.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenAndVerify_AnyByteChanged_WorksOrSaysInvalidData() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Byte[1, 255], Gen.Bool).Sample(change =>
        {
            var (position, mask, cut) = change;
            var damaged = cut ? Valid[..position] : (byte[])Valid.Clone();
            if (!cut)
            {
                damaged[position] ^= mask;
            }

            try
            {
                SafePackage.Open(damaged).Verify();
                Assert.False(cut);
            }
            catch (InvalidDataException exception)
            {
                Assert.StartsWith("The file is not a Word document (.docx): ", exception.Message, StringComparison.Ordinal);
            }
        }, iter: 20_000);

    private static void AssertInvalid(byte[] content, string reason, PackageLimits? limits = null)
    {
        var exception = Assert.Throws<InvalidDataException>(() => SafePackage.Open(content, limits).Verify());
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }
}
