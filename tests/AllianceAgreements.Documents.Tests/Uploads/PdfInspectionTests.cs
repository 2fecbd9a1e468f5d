using AllianceAgreements.Documents.Tests.Packages;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Domain.Ports;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Uploads;

public sealed class PdfInspectionTests
{
    private static readonly byte[] Valid = new PdfFile().ToBytes();

    [Theory]
    [InlineData("1.0", false)]
    [InlineData("1.4", false)]
    [InlineData("1.5", true)]
    [InlineData("2.0", true)]
    public void Inspect_Pdf_IsAccepted(string version, bool hasStreamList) =>
        Assert.Equal(UploadKind.Pdf, Accepted(new PdfFile { Version = version, HasStreamList = hasStreamList }.ToBytes()));

    [Fact]
    public void Inspect_PdfWithSignatureAddedAtTheEnd_IsAccepted()
    {
        var list = System.Text.Encoding.Latin1.GetString(Valid).IndexOf("xref", StringComparison.Ordinal);
        byte[] updated = [.. Valid, .. System.Text.Encoding.Latin1.GetBytes($"xref\n0 0\ntrailer\n<</Size 4/Root 1 0 R/Prev {list}>>\nstartxref\n{Valid.Length}\n%%EOF")];

        Assert.Equal(UploadKind.Pdf, Accepted(updated));
    }

    [Fact]
    public void Inspect_ZerosAfterTheEnd_AreAccepted() => Assert.Equal(UploadKind.Pdf, Accepted([.. Valid, .. new byte[512]]));

    [Theory]
    [InlineData("1.8")]
    [InlineData("3.0")]
    [InlineData("1x7")]
    public void Inspect_UnknownVersion_IsRefused(string version) => AssertRefused(new PdfFile { Version = version }.ToBytes(), "unknown version");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Inspect_Encrypted_IsRefused(bool hasStreamList) =>
        AssertRefused(new PdfFile { HasStreamList = hasStreamList, Trailer = "/Encrypt 9 0 R" }.ToBytes(), "without protection");

    [Fact]
    public void Inspect_WordThatBeginsLikeEncrypt_IsNoEncryption() =>
        Assert.Equal(UploadKind.Pdf, Accepted(new PdfFile { Trailer = "/EncryptionNote (none)" }.ToBytes()));

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("99999999")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("12x")]
    [InlineData("")]
    public void Inspect_EndThatPointsNowhere_IsRefused(string position) => AssertRefused(new PdfFile { Position = position }.ToBytes(), "damaged");

    [Fact]
    public void Inspect_DataAfterTheEnd_IsRefused() => AssertRefused([.. Valid, .. "<script>"u8], "added after its end");

    [Fact]
    public void Inspect_DataBefore_IsRefused() => AssertRefused([.. "Content-Type: text\r\n\r\n"u8, .. Valid], "before the PDF begins");

    [Fact]
    public void Inspect_PdfThatIsAlsoAZip_IsRefused()
    {
        // The archive's comment holds the end of the PDF, so that either reader finds what it looks for.
        var archive = new WordFile().ToBytes();
        var end = "\nstartxref\n" + System.Text.Encoding.Latin1.GetString(Valid).IndexOf("xref", StringComparison.Ordinal) + "\n%%EOF";
        archive = ZipBytes.With(archive, archive.Length - 2, (ushort)end.Length);

        AssertRefused([.. Valid, .. archive, .. System.Text.Encoding.Latin1.GetBytes(end)], "ZIP archive at once");
    }

    [Fact]
    public void Inspect_AnyCut_IsRefused() =>
        Gen.Int[0, Valid.AsSpan().LastIndexOf("%%EOF"u8) + 4].Sample(length => Refused(Valid[..length]));

    [Fact]
    public void Inspect_AnyByteChanged_NeverThrows() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Byte).Sample((position, value) =>
        {
            var damaged = (byte[])Valid.Clone();
            damaged[position] = value;
            Assert.NotNull(new UploadInspector().Inspect(damaged));
        }, iter: 5_000);

    private static UploadKind Accepted(byte[] content) => Assert.IsType<UploadInspection.Accepted>(new UploadInspector().Inspect(content)).Kind;

    private static string Refused(byte[] content) => Assert.IsType<UploadInspection.Refused>(new UploadInspector().Inspect(content)).Message;

    private static void AssertRefused(byte[] content, string reason) => Assert.Contains(reason, Refused(content), StringComparison.Ordinal);
}
